import { useQuery } from '@tanstack/react-query';
import { providerLedgerQuery, type ProviderEntry } from '../../api/ops/provider-ledger.ts';
import { Price } from '../../components/price.tsx';
import { formatMoment } from '../../format/time.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Resource } from '../components/resource.tsx';
import styles from './saga.module.css';

const columns: Column<ProviderEntry>[] = [
  { header: 'Entry', cell: (entry) => entry.kind },
  { header: 'Amount', cell: (entry) => <Price money={entry} />, numeric: true },
  { header: 'At', cell: (entry) => formatMoment(entry.at) },
];

/** What the payment provider itself wrote down: the money, seen from outside. */
export function ProviderLedger({ orderId }: { orderId: string }) {
  const ledger = useQuery(providerLedgerQuery(orderId));
  return (
    <section aria-labelledby="ledger" className={styles.section}>
      <h2 id="ledger">The provider’s own ledger</h2>
      <Resource what="The provider’s ledger" query={ledger} lines={2}>
        {(entries) =>
          entries.length === 0 ? (
            <p className="soft">The provider has no entry for this order: no money was touched.</p>
          ) : (
            <DataTable
              caption="The provider’s ledger"
              columns={columns}
              rows={entries}
              rowKey={(entry) => `${entry.kind}:${entry.at}`}
            />
          )
        }
      </Resource>
    </section>
  );
}
