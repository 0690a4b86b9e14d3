import type { Invariant } from '../../api/ops/reconciliation.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { counted } from '../../format/words.ts';
import { Json } from '../components/json.tsx';
import styles from './reconciliation.module.css';

export function InvariantRow({ invariant }: { invariant: Invariant }) {
  const { id, title, holds, differences } = invariant;
  return (
    <li className={styles.row}>
      <span className={styles.id}>{id}</span>
      <StatusMark tone={holds ? 'good' : 'bad'}>{holds ? 'holds' : 'broken'}</StatusMark>
      <span>{title}</span>
      {differences.length > 0 && (
        <div className={styles.differences}>
          <Json summary={counted(differences.length, 'difference')} value={differences} />
        </div>
      )}
    </li>
  );
}
