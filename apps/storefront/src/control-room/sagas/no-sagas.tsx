import { Link } from 'react-router';
import type { SagaState } from '../../api/ops/sagas.ts';
import { Empty } from '../../components/empty.tsx';

const words: Record<SagaState, [title: string, advice: string]> = {
  running: [
    'Nothing is under way',
    'A saga usually runs for some milliseconds. A slow bank makes it visible.',
  ],
  compensating: ['Nothing is being undone', 'A declined card makes a saga turn back.'],
  parked: ['Nothing is parked', 'A saga parks when a step keeps failing after the pivot, or an undo does.'],
  done: ['No saga has ended yet', 'Place an order in the shop.'],
};

export function NoSagas({ state }: { state: SagaState | null }) {
  const [title, advice] = state ? words[state] : ['No sagas yet', 'Each order starts one.'];
  return (
    <Empty title={title}>
      <p>{advice}</p>
      <p>
        <Link to="/">Place an order</Link> or <Link to="/ops/faults">throw a fault switch</Link>.
      </p>
    </Empty>
  );
}
