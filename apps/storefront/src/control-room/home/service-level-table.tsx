import { useQuery } from '@tanstack/react-query';
import { serviceLevelsQuery, type ServiceLevel } from '../../api/ops/service-levels.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatNumber, formatPercent } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Resource } from '../components/resource.tsx';
import styles from './home.module.css';

const columns: Column<ServiceLevel>[] = [
  {
    header: 'Objective',
    cell: (level) => `${level.title}, ${level.window.replace(' ', '\u00a0')}`,
    wide: true,
  },
  { header: 'Goal', cell: (level) => formatPercent(level.objective), numeric: true },
  { header: 'Attained', cell: (level) => formatPercent(level.attained), numeric: true },
  { header: 'Budget left', cell: (level) => <BudgetLeft share={level.budgetLeft} />, numeric: true },
  {
    header: 'Burn, fast / slow',
    cell: (level) => `${burn(level.burn.fast)} / ${burn(level.burn.slow)}`,
    numeric: true,
  },
];

export function ServiceLevelTable() {
  const levels = useQuery(serviceLevelsQuery);
  return (
    <section aria-labelledby="levels" className={styles.section}>
      <h2 id="levels">Service levels</h2>
      <Resource what="The service levels" query={levels} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">No objective has been measured yet. Place an order in the shop to begin.</p>
          ) : (
            <DataTable
              caption="Service levels"
              columns={columns}
              rows={items}
              rowKey={(level) => level.name}
            />
          )
        }
      </Resource>
    </section>
  );
}

function BudgetLeft({ share }: { share: number }) {
  return share > 0 ? formatPercent(share) : <StatusMark tone="bad">used up</StatusMark>;
}

function burn(rate: number): string {
  return `${formatNumber(Math.round(rate * 10) / 10)}×`;
}
