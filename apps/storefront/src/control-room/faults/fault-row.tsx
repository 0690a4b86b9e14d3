import { useState } from 'react';
import { useSetFault, type Fault } from '../../api/ops/faults.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Switch } from '../../components/switch.tsx';
import { formatClock } from '../../format/time.ts';
import styles from './faults.module.css';
import { FaultValue } from './fault-value.tsx';

export function FaultRow({ fault }: { fault: Fault }) {
  const set = useSetFault();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(fault.value ?? fault.defaultValue ?? '');
  const enabled = set.isPending ? set.variables.enabled : fault.enabled;
  const apply = (on: boolean) => set.mutate({ name: fault.name, enabled: on, value: asValue(shown, fault) });
  return (
    <li className={styles.row} data-on={enabled}>
      <Switch label={fault.title} isSelected={enabled} isDisabled={set.isPending} onChange={apply} />
      <FaultValue
        fault={fault}
        value={shown}
        onChange={setTyped}
        onCommit={() => {
          if (fault.enabled && typed !== null) apply(true);
        }}
      />
      <p className={styles.expect}>
        {fault.expect}
        {enabled && fault.expiresAt && ` Turns itself off at ${formatClock(fault.expiresAt)}.`}
      </p>
      {set.isError && <ErrorNotice title="The switch did not move." error={set.error} />}
    </li>
  );
}

/** The service gave a number or a word; it gets the same kind back. */
function asValue(text: string, fault: Fault): Fault['value'] {
  const example = fault.value ?? fault.defaultValue;
  if (example === null) return null;
  return typeof example === 'number' ? Number(text) : text;
}
