import { useState } from 'react';
import type { Fault } from '../../api/ops/faults.ts';
import { FaultRow } from './fault-row.tsx';
import styles from './faults.module.css';

/** The process that most people want to break. */
const FAVOURITE = 'order';

/** The same switch of several processes: one is chosen; those that are on somewhere else are shown, too. */
export function FaultChoice({ faults, lasts }: { faults: Fault[]; lasts: number }) {
  const [name, setName] = useState<string | null>(null);
  const chosen =
    faults.find((fault) => fault.name === name) ??
    faults.find((fault) => fault.enabled) ??
    faults.find((fault) => fault.service === FAVOURITE) ??
    faults[0];
  if (!chosen) return null;
  const where = (
    <label className={styles.where}>
      <span className="soft">in</span>
      <span className="visually-hidden">which process: {chosen.kind.replaceAll('-', ' ')}</span>
      <select className="input" value={chosen.name} onChange={(event) => setName(event.target.value)}>
        {faults.map((fault) => (
          <option key={fault.name} value={fault.name}>
            {fault.service}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <FaultRow
        key="chosen"
        fault={chosen}
        lasts={lasts}
        where={where}
        onThrow={() => setName(chosen.name)}
      />
      {faults
        .filter((fault) => fault.enabled && fault !== chosen)
        .map((fault) => (
          <FaultRow key={fault.name} fault={fault} lasts={lasts} />
        ))}
    </>
  );
}
