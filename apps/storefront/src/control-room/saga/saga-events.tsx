import { useInfiniteQuery } from '@tanstack/react-query';
import { eventsQuery, type LoggedEvent } from '../../api/ops/events.ts';
import { formatInstant } from '../../format/time.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { EventsLink } from '../components/evidence-links.tsx';
import { Json } from '../components/json.tsx';
import { Resource } from '../components/resource.tsx';
import styles from './saga.module.css';

const columns: Column<LoggedEvent>[] = [
  { header: 'Time', cell: (event) => formatInstant(event.time) },
  { header: 'Event', cell: (event) => event.type.slice(event.type.lastIndexOf('.') + 1), wide: true },
  { header: 'From', cell: (event) => event.source },
  { header: 'Data', cell: (event) => <Json summary="show" value={event.data} /> },
];

/** What was published about the order, oldest first, as the timeline runs. */
export function SagaEvents({ orderId }: { orderId: string }) {
  const events = useInfiniteQuery(eventsQuery({ aggregateId: orderId, type: '' }));
  return (
    <section aria-labelledby="events" className={styles.section}>
      <h2 id="events">
        <EventsLink aggregateId={orderId} words="Events" />
      </h2>
      <Resource what="The events" query={events} lines={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items).toReversed();
          if (items.length === 0) return <p className="soft">Nothing has been published yet.</p>;
          return (
            <DataTable caption="Events of this order" columns={columns} rows={items} rowKey={(it) => it.id} />
          );
        }}
      </Resource>
    </section>
  );
}
