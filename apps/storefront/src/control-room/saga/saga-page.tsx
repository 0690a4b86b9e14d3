import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { sagaQuery } from '../../api/ops/sagas.ts';
import { shortId } from '../../format/words.ts';
import { EventsLink, TraceLink } from '../components/evidence-links.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { SagaView } from './saga-view.tsx';

export function SagaPage() {
  const { orderId = '' } = useParams();
  const saga = useQuery(sagaQuery(orderId));
  return (
    <>
      <PageHeading title={`Saga ${shortId(orderId)}`} about={<code>{orderId}</code>}>
        <TraceLink traceId={saga.data?.traceId} words="Trace" />
        <EventsLink aggregateId={orderId} words="Events" />
      </PageHeading>
      <Resource what="This saga" query={saga} lines={10}>
        {(detail) => <SagaView saga={detail} />}
      </Resource>
    </>
  );
}
