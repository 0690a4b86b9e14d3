import { seededRandom } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { defineSaga, replayHistory } from '../src/index.ts';
import * as happenings from './index.ts';
import { World } from './world.ts';

const SEED = 20261128;
const WALKS = 1_000;

interface Others {
  train: {
    reserve(key: string): Promise<void>;
    release(key: string): Promise<void>;
    print(key: string): Promise<void>;
  };
  bank: {
    hold(key: string): Promise<void>;
    free(key: string): Promise<void>;
    pay(key: string): Promise<void>;
  };
}
const retry = { attempts: 3, initial: 100, maximum: 400 };
const trip = ({ train, bank }: Others) =>
  defineSaga<object, string>({
    ...{ name: 'trip', version: 1, deadline: 1_000, undoRetry: { ...retry, attempts: 2 } },
    steps: [
      {
        name: 'open',
        participant: 'here',
        run: { effect: () => 'open' },
        undo: { name: 'refuse', effect: () => 'no' },
        retry,
      },
      {
        name: 'reserve',
        participant: 'train',
        run: { call: (_it, { key }) => train.reserve(key) },
        undo: { name: 'release', call: (_it, { key }) => train.release(key) },
        retry,
      },
      {
        name: 'hold',
        participant: 'bank',
        run: { call: (_it, { key }) => bank.hold(key) },
        undo: { name: 'free', call: (_it, { key }) => bank.free(key) },
        retry,
      },
      {
        name: 'pay',
        participant: 'bank',
        pivot: true,
        run: { call: (_it, { key }) => bank.pay(key) },
        retry,
      },
      { name: 'print', participant: 'train', run: { call: (_it, { key }) => train.print(key) }, retry },
      { name: 'book', participant: 'here', run: { effect: () => 'booked' }, retry },
    ],
  });
const opened = [
  { step: 'open', direction: 'run', outcome: 'started', attempt: 1 },
  { step: 'open', direction: 'run', outcome: 'succeeded', attempt: 1 },
  { step: 'reserve', direction: 'run', outcome: 'started', attempt: 1 },
] as const;

/** A saga to which anything may happen, until it is done or has taken many turns. */
async function walk(random: () => number): Promise<World<Others, object, string>> {
  const world = new World<Others, object, string>(trip, {});
  const { works, refused, unanswered, lost, breaks, takes, takenOver, cancelledWhile, decided } = happenings;
  const pick = <It>(from: readonly It[]): It => from[Math.floor(random() * from.length)]!;
  const answers = [works(), works(), works(), refused('NO'), unanswered('AWAY'), lost('GONE'), breaks()];
  for (let turn = 0; turn < 40 && world.record.state.status !== 'done'; turn++) {
    const answer = pick(answers);
    const running = [answer, answer, answer, takes(400, answer), takenOver(100), cancelledWhile(answer)];
    const past = world.record.state.step >= 3;
    const decision = pick(
      past ? (['retry', 'resolve'] as const) : (['retry', 'compensate', 'resolve'] as const),
    );
    const happening = world.record.state.status === 'parked' ? decided(decision) : pick(running);
    await happening(world as never);
  }
  return world;
}

describe('a recorded history', () => {
  it(`replays to where the saga stands, whatever happened to it (${WALKS} walks, seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const ends = new Set<string>();
    for (let count = 0; count < WALKS; count++) {
      const { definition, journal, record } = await walk(random);
      const replayed = replayHistory(definition, {
        journal: [...opened, ...journal],
        status: record.state.status,
      });
      expect(replayed).toEqual({ state: record.state });
      ends.add(`${record.state.status} ${record.state.failure?.code ?? ''}`);
    }
    expect(ends.size).toBeGreaterThan(6);
  });

  it.each([
    ['too early', opened.slice(0, 2), 'done', { index: 2, recorded: 'done', expected: 'running' }],
    [
      'in another order',
      opened.toReversed(),
      'running',
      { index: 0, recorded: 'run reserve started 1', expected: 'run open started 1' },
    ],
    [
      'after a failure of which nothing is known',
      [...opened, { ...opened[2], outcome: 'failed', error: { code: 'NO', message: '' } } as const],
      'done',
      { index: 3, recorded: 'run reserve failed 1', expected: 'run reserve failed with its facts 1' },
    ],
    [
      'by an operator who turned back what cannot be turned back',
      [
        ...opened,
        { ...opened[2], outcome: 'succeeded' } as const,
        { ...opened[2], step: 'hold' },
        { ...opened[2], step: 'hold', outcome: 'succeeded' } as const,
        { ...opened[2], step: 'pay' },
        {
          ...opened[2],
          step: 'pay',
          outcome: 'failed',
          error: { code: 'NO', message: '' },
          detail: { certain: true },
        } as const,
        { ...opened[2], step: 'pay', outcome: 'parked' } as const,
        {
          ...opened[2],
          step: 'pay',
          outcome: 'resolved',
          attempt: 0,
          detail: { decision: 'compensate' },
        } as const,
      ],
      'done',
      { index: 9, recorded: 'run pay resolved 0', expected: 'no compensate: SAGA.PAST_PIVOT' },
    ],
  ] as const)('that ends %s is none of this definition', (_how, journal, status, divergence) => {
    expect(replayHistory(trip({} as Others), { journal, status })).toEqual({ divergence });
  });
});
