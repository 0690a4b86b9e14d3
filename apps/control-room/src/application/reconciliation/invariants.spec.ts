import { describe, expect, it } from 'vitest';
import type { MessagingReport, ParkedEvent, TracedEvent, WatchedReadModel } from '../ports/watched-system.ts';
import { invariants } from './invariants.ts';
import type { Picture } from './picture.ts';
import { tracedTypes } from './traces.ts';

const fact = {
  orderId: 'o1',
  status: 'confirmed',
  amount: 500,
  currency: 'EUR',
  sagaState: 'done',
  placedAt: '2026-01-01T00:00:00Z',
  traceId: 'aa',
  keys: 1,
};
const sound: Picture = {
  at: Date.parse('2026-01-01T01:00:00Z'),
  facts: [fact],
  provider: [
    { orderId: 'o1', kind: 'authorization', amount: 500, currency: 'EUR', at: '' },
    { orderId: 'o1', kind: 'capture', amount: 500, currency: 'EUR', at: '' },
  ],
  postings: [
    {
      sequence: 1,
      key: 'o1',
      kind: 'capture',
      account: 'provider:receivable',
      amount: 500,
      currency: 'EUR',
      at: '',
    },
    { sequence: 2, key: 'o1', kind: 'capture', account: 'revenue', amount: -500, currency: 'EUR', at: '' },
  ],
  stock: {
    totalOnHand: 1,
    totalReserved: 0,
    totalCommitted: 1,
    differences: [],
    openReservations: [],
    committedKeys: ['o1'],
  },
  mails: [{ orderId: 'o1', kind: 'order-confirmed', at: '2026-01-01T00:00:01Z' }],
  messaging: [messaging({})],
  letters: [],
  notInLog: [],
  dropped: [],
  readModels: [model({})],
  traced: [traced({})],
};

function messaging(over: Partial<MessagingReport>): MessagingReport {
  return {
    service: 'order',
    ...{ unpublished: 3, oldestUnpublishedSeconds: 0.01, parkedLetters: 0, waitingLetters: 0 },
    ...{ oldestWaitingSeconds: 0, connectionsMaximum: 4, connectionsOpen: 2, connectionsWaiting: 0 },
    ...{ recentlyPublished: [], listensTo: [] },
    ...over,
  };
}

function letter(over: Partial<ParkedEvent>): ParkedEvent {
  return {
    ...{ id: 'l1', service: 'notification', eventId: 'e1', type: 'tradewind.order.v1.order-confirmed' },
    ...{ aggregateId: 'o1', cause: { code: 'FAULT.POISON', message: 'no' }, attempts: 3, parkedAt: '' },
    ...{ data: {}, state: 'parked', dueAt: null, closedAt: null, operator: null, note: null },
    ...over,
  };
}

function traced(over: Partial<TracedEvent>): TracedEvent {
  return { id: 'e1', type: 'tradewind.order.v1.order-placed', aggregateId: 'o1', traceId: 'aa', ...over };
}

type Job = NonNullable<WatchedReadModel['job']>;
function model(over: Partial<Job>): WatchedReadModel {
  const job = {
    ...{ id: 'j1', kind: 'verification', state: 'done', requestedBy: 'olga', requestedAt: '' },
    ...{ handled: 5, total: 5, differences: 0, compared: true, detail: '', finishedAt: 'then' },
    ...over,
  };
  return { service: 'product', name: 'availability', tables: [], eventTypes: [], rows: 1, job };
}

function broken(picture: Partial<Picture>): string[] {
  const whole = { ...sound, ...picture };
  return invariants.filter((it) => it.check(whole).length > 0).map((it) => it.id);
}

describe('reconciliation', () => {
  it('finds nothing in a sound picture', () => {
    expect(broken({})).toEqual([]);
  });

  it('finds a confirmed order without money', () => {
    expect(broken({ provider: [] })).toEqual(['I1', 'I5']);
  });

  it('finds a ledger that disagrees with the provider', () => {
    expect(broken({ postings: [] })).toEqual(['I1']);
  });

  it('finds a double charge', () => {
    expect(broken({ provider: [...sound.provider, sound.provider[1]!] })).toEqual(['I1', 'I2']);
  });

  it('finds money that was kept for a rejected order', () => {
    const mails = [{ orderId: 'o1', kind: 'order-rejected', at: '' }];
    expect(broken({ facts: [{ ...fact, status: 'rejected' }], mails })).toEqual(['I1', 'I5']);
  });

  it('finds an order that never came to rest, and a reservation that nobody works for', () => {
    expect(broken({ facts: [{ ...fact, sagaState: 'running' }] })).toEqual(['I4']);
    const openReservations = [{ key: 'lost', reservedAt: '2026-01-01T00:00:00Z' }];
    expect(broken({ stock: { ...sound.stock, openReservations } })).toEqual(['I4']);
  });

  it('finds a confirmed order whose goods never left', () => {
    expect(broken({ stock: { ...sound.stock, committedKeys: [] } })).toEqual(['I5']);
  });

  it('finds a mail that is missing, and one that was sent twice', () => {
    expect(broken({ mails: [] })).toEqual(['I7']);
    expect(broken({ mails: [...sound.mails, ...sound.mails] })).toEqual(['I7']);
  });

  it('finds goods that were kept for a rejected order, but not those of a cancelled one that came back', () => {
    const rejected = { ...fact, status: 'rejected' };
    const [provider, postings] = [[], []];
    const mails = [{ orderId: 'o1', kind: 'order-rejected', at: '' }];
    expect(broken({ facts: [rejected], provider, postings, mails })).toEqual(['I5']);
    const released = { ...sound.stock, committedKeys: [] };
    expect(broken({ facts: [rejected], provider, postings, mails, stock: released })).toEqual([]);
  });

  it('finds an authorization that nobody works for, once it has had its time', () => {
    const at = '2026-01-01T00:30:00Z';
    const authorization = { orderId: 'o2', kind: 'authorization' as const, amount: 5, currency: 'EUR', at };
    const provider = [...sound.provider, authorization];
    expect(broken({ provider })).toEqual(['I4']);
    expect(broken({ provider: [...provider, { ...authorization, kind: 'void' }] })).toEqual([]);
    const running = { ...fact, orderId: 'o2', sagaState: 'running', placedAt: '2026-01-01T00:59:30Z' };
    expect(broken({ provider, facts: [fact, running] })).toEqual([]);
    const young = [...sound.provider, { ...authorization, at: '2026-01-01T00:59:55Z' }];
    expect(broken({ provider: young })).toEqual([]);
  });

  it('finds a mail about an order that does not exist, unless it is younger than the picture', () => {
    const stray = { orderId: 'nobody', kind: 'order-confirmed', at: '2026-01-01T00:00:01Z' };
    expect(broken({ mails: [...sound.mails, stray] })).toEqual(['I7']);
    expect(broken({ mails: [...sound.mails, { ...stray, at: '2026-01-01T00:59:59Z' }] })).toEqual([]);
  });

  it('says of a missing mail that its event is parked, and lists what is parked', () => {
    const letters = [letter({})];
    expect(broken({ mails: [], letters })).toEqual(['I7', 'I10']);
    const [difference] = invariants.find(({ id }) => id === 'I7')!.check({ ...sound, mails: [], letters });
    expect(difference?.found).toBe('0 mails: the event is parked, FAULT.POISON, dead letter l1');
  });

  it('accepts what an operator has given up, and lets wait what is tried again', () => {
    expect(broken({ mails: [], letters: [letter({ state: 'discarded' })] })).toEqual([]);
    expect(broken({ letters: [letter({ state: 'waiting', aggregateId: 'o9' })] })).toEqual([]);
  });

  it('finds an event that was dropped without a letter', () => {
    expect(broken({ dropped: [{ service: 'cart', eventId: 'e1', type: 't' }] })).toEqual(['I10']);
  });

  it('finds events that do not get out, and one that was marked and never sent', () => {
    expect(broken({ messaging: [messaging({ oldestUnpublishedSeconds: 31 })] })).toEqual(['I6']);
    expect(broken({ notInLog: [{ service: 'order', eventId: 'e1' }] })).toEqual(['I6']);
  });

  it('finds a read model that is not the fold of its events, and a comparison that failed', () => {
    expect(broken({ readModels: [model({ differences: 2 })] })).toEqual(['I8']);
    expect(broken({ readModels: [model({ state: 'failed', detail: 'no' })] })).toEqual(['I8']);
    expect(broken({ readModels: [model({ state: 'running', differences: 2 })] })).toEqual([]);
    expect(broken({ readModels: [model({ compared: false, kind: 'rebuild' })] })).toEqual([]);
  });

  it.each([
    ['unpublished events', { unpublished: 5_001 }],
    ['waiting letters', { waitingLetters: 1_001 }],
    ['the age of a waiting letter', { oldestWaitingSeconds: 901 }],
    ['statements in line', { connectionsWaiting: 101 }],
  ])('finds too much of %s', (_, over) => {
    expect(broken({ messaging: [messaging(over)] })).toEqual(['I11']);
  });

  it('finds a key that was used for two orders, and an order with two keys', () => {
    expect(broken({ facts: [{ ...fact, keys: 0 }] })).toEqual(['I9']);
    expect(broken({ facts: [{ ...fact, keys: 2 }] })).toEqual(['I9']);
    expect(broken({ facts: [{ ...fact, keys: undefined }] })).toEqual([]);
  });

  it('finds an event that left the trace of its order', () => {
    expect(broken({ traced: [traced({}), traced({ traceId: 'bb' })] })).toEqual(['I12']);
    expect(broken({ traced: [traced({ traceId: null })] })).toEqual(['I12']);
    expect(broken({ traced: [traced({ aggregateId: 'younger', traceId: 'bb' })] })).toEqual([]);
    expect(broken({ facts: [{ ...fact, traceId: '' }] })).toEqual([]);
  });

  it('expects of a mail to be in that trace only where events are children of their cause', () => {
    const mail = 'tradewind.notification.v1.notification-sent';
    expect(tracedTypes('parent')).toContain(mail);
    expect(tracedTypes('link')).not.toContain(mail);
  });

  it('gives an order that was just placed its time', () => {
    expect(broken({ at: Date.parse(fact.placedAt) + 1_000, provider: [], mails: [] })).toEqual([]);
  });
});
