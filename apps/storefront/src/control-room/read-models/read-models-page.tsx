import { useQuery } from '@tanstack/react-query';
import { readModelsQuery, useOperateReadModel } from '../../api/ops/read-models.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { ReadModelTable } from './read-model-table.tsx';

export function ReadModelsPage() {
  const models = useQuery(readModelsQuery);
  const operate = useOperateReadModel();
  return (
    <>
      <PageHeading
        title="Read models"
        about="Tables that are nothing but a fold of events. Each can be computed again from the log while the shop runs, and takes the old one’s place in one transaction."
      />
      {operate.isError && <ErrorNotice title="That was not possible." error={operate.error} />}
      <Resource what="The read models" query={models}>
        {({ items }) => (
          <ReadModelTable
            models={items}
            onOperate={(model, operation) => operate.mutate({ model, operation })}
          />
        )}
      </Resource>
    </>
  );
}
