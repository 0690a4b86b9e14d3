import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { sagasQuery, sagaStates, type SagaState } from '../../api/ops/sagas.ts';
import { FilterLinks } from '../components/filter-links.tsx';
import { LoadMore } from '../components/load-more.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { NoSagas } from './no-sagas.tsx';
import { SagaTable } from './saga-table.tsx';

const choices = [
  { value: null, words: 'All' },
  ...sagaStates.map((state) => ({ value: state, words: asWords(state) })),
];

export function SagasPage() {
  const [params] = useSearchParams();
  const state = sagaStates.find((known) => known === params.get('state')) ?? null;
  const sagas = useInfiniteQuery(sagasQuery(state));
  return (
    <>
      <PageHeading
        title="Sagas"
        about="Every order is a saga: steps, each with its way back, until the pivot."
      >
        <FilterLinks
          label="State"
          choices={choices}
          chosen={state}
          pathFor={(value) => (value ? `/ops/sagas?state=${value}` : '/ops/sagas')}
        />
      </PageHeading>
      <Resource what="The sagas" query={sagas} lines={10}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? <NoSagas state={state} /> : <SagaTable sagas={items} />;
        }}
      </Resource>
      <LoadMore query={sagas} />
    </>
  );
}

function asWords(state: SagaState): string {
  return state.charAt(0).toUpperCase() + state.slice(1);
}
