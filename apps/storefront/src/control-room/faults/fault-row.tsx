import { useState, type ReactNode } from 'react';
import { useSetFault, type Fault } from '../../api/ops/faults.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Switch } from '../../components/switch.tsx';
import { asTitle } from '../../format/words.ts';
import { checkAmount } from './check-amount.ts';
import { FaultValue } from './fault-value.tsx';
import { FaultWords } from './fault-words.tsx';
import styles from './faults.module.css';

interface Props {
  fault: Fault;
  /** Seconds after which it ends by itself. */
  lasts: number;
  /** Where one of several processes is chosen. */
  where?: ReactNode;
  onThrow?: () => void;
}

export function FaultRow({ fault, lasts, where, onThrow }: Props) {
  const set = useSetFault();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(fault.value ?? '');
  const wrong = checkAmount(shown, fault);
  const pending = set.isPending && set.variables.name === fault.name;
  const enabled = pending ? set.variables.enabled : fault.enabled;

  function apply(on: boolean): void {
    if (on && wrong) return;
    onThrow?.();
    const value = fault.unit === null || !on ? null : Number(shown);
    set.mutate({ name: fault.name, enabled: on, value, lastsSeconds: lasts });
  }

  return (
    <li className={styles.row} data-on={enabled}>
      <div className={styles.control}>
        <Switch
          label={asTitle(fault.title)}
          isSelected={enabled}
          isDisabled={pending || fault.notApplicable !== null}
          onChange={apply}
        />
        {where}
        <FaultValue
          fault={fault}
          value={shown}
          wrong={wrong}
          onChange={setTyped}
          onCommit={() => {
            if (fault.enabled && typed !== null) apply(true);
          }}
        />
      </div>
      <FaultWords fault={fault} enabled={enabled} />
      {set.isError && <ErrorNotice title="The switch did not move." error={set.error} />}
    </li>
  );
}
