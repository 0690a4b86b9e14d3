import type { Saga } from '../../api/ops/sagas.ts';
import type { Tone } from '../../components/status-mark.tsx';

const sagaTones: Record<Saga['state'], Tone> = {
  running: 'busy',
  compensating: 'warn',
  parked: 'bad',
  done: 'neutral',
};

const outcomeTones: Record<NonNullable<Saga['outcome']>, Tone> = {
  confirmed: 'good',
  rejected: 'neutral',
  cancelled: 'neutral',
};

export function toneOfSaga(saga: Pick<Saga, 'state' | 'outcome'>): Tone {
  return saga.state === 'done' && saga.outcome ? outcomeTones[saga.outcome] : sagaTones[saga.state];
}

export function wordsOfSaga(saga: Pick<Saga, 'state' | 'outcome'>): string {
  return saga.state === 'done' && saga.outcome ? saga.outcome : saga.state;
}

export function toneOfBreaker(state: 'closed' | 'open' | 'half-open'): Tone {
  if (state === 'open') return 'bad';
  return state === 'half-open' ? 'warn' : 'good';
}
