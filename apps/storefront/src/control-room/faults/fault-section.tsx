import { useId } from 'react';
import type { FaultLine, FaultSection } from './arrange-faults.ts';
import { FaultChoice } from './fault-choice.tsx';
import { FaultRow } from './fault-row.tsx';
import styles from './faults.module.css';

export function FaultSectionView({ section, lasts }: { section: FaultSection; lasts: number }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <div className={styles.heading}>
        <h2 id={heading}>{section.title}</h2>
        <p className="soft">{section.about}</p>
      </div>
      <ul>
        {section.lines.map((line) => (
          <Line key={line.kind} line={line} lasts={lasts} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, lasts }: { line: FaultLine; lasts: number }) {
  const [first, ...others] = line.faults;
  if (!first) return null;
  return others.length === 0 ? (
    <FaultRow fault={first} lasts={lasts} />
  ) : (
    <FaultChoice faults={line.faults} lasts={lasts} />
  );
}
