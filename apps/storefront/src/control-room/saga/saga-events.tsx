import { useInfiniteQuery } from '@tanstack/react-query';
import { eventsQuery, type LoggedEvent } from '../../api/ops/events.ts';
import { formatInstant } from '../../format/time.ts';
import { EventsLink } from '../components/evidence-links.tsx';
import { Json } from '../components/json.tsx';
import { Resource } from '../components/resource.tsx';
import styles from './saga.module.css';

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
            <ol className={styles.events}>
              {items.map((event) => (
                <Published key={event.id} event={event} />
              ))}
            </ol>
          );
        }}
      </Resource>
    </section>
  );
}

function Published({ event }: { event: LoggedEvent }) {
  return (
    <li>
      <span>{formatInstant(event.time)}</span>
      <span>
        <strong>{event.type.slice(event.type.lastIndexOf('.') + 1)}</strong>{' '}
        <span className="soft">by {event.source}</span>
      </span>
      <Json summary="show" value={event.data} />
    </li>
  );
}
