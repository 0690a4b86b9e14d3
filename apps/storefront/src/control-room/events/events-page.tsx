import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { eventsQuery } from '../../api/ops/events.ts';
import { LoadMore } from '../components/load-more.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { EventFilters } from './event-filters.tsx';
import { EventTable } from './event-table.tsx';
import { NoEvents } from './no-events.tsx';

export function EventsPage() {
  const [params, setParams] = useSearchParams();
  const filter = { aggregateId: params.get('aggregateId') ?? '', type: params.get('type') ?? '' };
  const events = useInfiniteQuery(eventsQuery(filter));
  return (
    <>
      <PageHeading
        title="Events"
        about="The event log, newest first. Each is a fact that a service published."
      >
        <EventFilters
          key={`${filter.aggregateId}|${filter.type}`}
          filter={filter}
          onChange={(next) => setParams(withoutEmpty({ ...next }))}
        />
      </PageHeading>
      <Resource what="The events" query={events} lines={12}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const filtered = filter.aggregateId !== '' || filter.type !== '';
          return items.length === 0 ? <NoEvents filtered={filtered} /> : <EventTable events={items} />;
        }}
      </Resource>
      <LoadMore query={events} />
    </>
  );
}

function withoutEmpty(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
