import type { LetterFilter } from '../../api/ops/dead-letters.ts';
import { FilterLinks } from '../components/filter-links.tsx';

const states = [
  { value: null, words: 'Open' },
  { value: 'parked', words: 'Parked' },
  { value: 'waiting', words: 'Waiting' },
  { value: 'replayed', words: 'Replayed' },
  { value: 'discarded', words: 'Discarded' },
];
const services = [
  { value: null, words: 'All services' },
  ...['product', 'cart', 'recommendation', 'notification'].map((name) => ({ value: name, words: name })),
];

export function toFilter(params: URLSearchParams): LetterFilter {
  const state = states.find(({ value }) => value === params.get('state'))?.value ?? 'open';
  return { state: state as LetterFilter['state'], service: params.get('service') ?? '' };
}

export function LetterFilters({ filter }: { filter: LetterFilter }) {
  const { state, service } = filter;
  return (
    <>
      <FilterLinks
        label="State"
        choices={states}
        chosen={state === 'open' ? null : state}
        pathFor={(value) => pathOf(value, service)}
      />
      <FilterLinks
        label="Service"
        choices={services}
        chosen={service || null}
        pathFor={(value) => pathOf(state === 'open' ? null : state, value)}
      />
    </>
  );
}

function pathOf(state: string | null, service: string | null): string {
  const params = new URLSearchParams();
  if (state) params.set('state', state);
  if (service) params.set('service', service);
  return params.size === 0 ? '/ops/dead-letters' : `/ops/dead-letters?${params}`;
}
