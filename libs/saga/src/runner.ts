import { uuidV7, type Clock } from '@tradewind/kernel';
import { continuing, inSpan, metrics, withoutTracing, type Logger } from '@tradewind/observability';
import { pause, withoutDeadline } from '@tradewind/resilience';
import type { SagaDefinition } from './define-saga.ts';
import { nextAction } from './next-action.ts';
import { sagaVersions } from './saga-versions.ts';
import type { SagaRecord, SagaStore, Transition } from './saga-store.ts';
import { createStrangerWatch } from './stranger-watch.ts';
import { takeStep } from './take-step.ts';
import { turnBackUnasked } from './turn-back-unasked.ts';

export interface SagaRunner<Data> {
  /** Owner of the sagas that this process opens. */
  readonly worker: string;
  /** Goes on with a saga that this process owns, in the background. */
  resume(saga: SagaRecord<Data>): void;
  /** Looks for sagas to take over, now instead of at the next heartbeat. */
  recover(): Promise<void>;
  start(): Promise<void>;
  /** Lets the actions that run come to their end, then gives all sagas back. */
  stop(): Promise<void>;
}

interface RunnerOptions<Data, Effect> {
  definitions: readonly SagaDefinition<Data, Effect>[];
  store: SagaStore<Data, Effect>;
  clock: Clock;
  logger: Logger;
  /** Called after each kept transition. */
  changed: (saga: SagaRecord<Data>) => void;
  /** Milliseconds after which a silent process loses its sagas. Default 3,000. */
  lease?: number;
}

const CLAIM_AT_ONCE = 100;
const steps = metrics.histogram('saga_step_seconds', 'Duration of an action of a saga.', ['step', 'outcome']);
const ended = metrics.counter('saga_ended_total', 'Sagas that came to rest.', ['definition', 'state']);
const active = metrics.gauge('saga_active', 'Sagas that this process works on.');

/**
 * Runs sagas: journals before it acts, acts, journals the result together with the next start, and goes on. What a crash
 * interrupted is taken over by whoever is alive; every call carries the saga's key, so doing it twice does it once.
 */
export function createSagaRunner<Data, Effect>(options: RunnerOptions<Data, Effect>): SagaRunner<Data> {
  const { store, clock, logger } = options;
  const worker = uuidV7();
  const lease = options.lease ?? 3_000;
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const versions = sagaVersions(options.definitions);
  const strangers = createStrangerWatch(store, versions.known, logger);
  let timer: NodeJS.Timeout | undefined;

  function resume(saga: SagaRecord<Data>): void {
    if (running.has(saga.id) || stopping.signal.aborted) return;
    const span = { ...continuing(saga.traceparent), attributes: { 'saga.id': saga.id } };
    const work = withoutDeadline(() => inSpan(`saga ${saga.definition}`, span, () => drive(saga)))
      .catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        logger.error({ err: error, sagaId: saga.id }, 'a saga was interrupted; it will be taken up again');
        return giveBack(saga);
      })
      .finally(() => {
        running.delete(saga.id);
        active.set(running.size);
      });
    running.set(saga.id, work);
    active.set(running.size);
  }

  async function drive(saga: SagaRecord<Data>): Promise<void> {
    const definition = versions.require(saga);
    // Whoever had the saga before may have begun the first action; the later ones are begun here.
    let begun = true;
    for (let current: SagaRecord<Data> | undefined = saga; current; begun = false) {
      if (stopping.signal.aborted) return;
      const back: Transition<Data, Effect> | undefined = turnBackUnasked(
        definition,
        current,
        begun,
        clock.now(),
      );
      current = back ? await keep(current, back) : await act(definition, current);
    }
  }

  /** @returns the saga after its next action, or undefined when there is nothing more to do here */
  async function act(
    definition: SagaDefinition<Data, Effect>,
    saga: SagaRecord<Data>,
  ): Promise<SagaRecord<Data> | undefined> {
    const action = nextAction(definition, saga.state);
    if (action.kind === 'end' || action.kind === 'wait-for-operator') return undefined;
    const { transition, wait, failed, durationMs } = await takeStep(definition, saga, action, () =>
      clock.now(),
    );
    steps.observe({ step: action.name, outcome: failed ? 'failed' : 'ok' }, durationMs / 1000);
    const next = await keep(saga, transition);
    if (next && wait > 0) await pause(wait, stopping.signal);
    return next;
  }

  /** @returns the saga after the transition, or undefined when another process owns it now */
  async function keep(
    saga: SagaRecord<Data>,
    transition: Transition<Data, Effect>,
  ): Promise<SagaRecord<Data> | undefined> {
    const verdict = await store.advance(transition);
    if (verdict === 'lost') {
      logger.warn({ sagaId: saga.id }, 'another process owns this saga now');
      return undefined;
    }
    const { state, data } = transition;
    const next = { ...saga, state, data, cancelRequested: verdict === 'cancel-requested' };
    options.changed(next);
    report(next);
    return next;
  }

  function report({ definition, subjectId, state: { status, parked } }: SagaRecord<Data>): void {
    if (status !== 'parked' && status !== 'done') return;
    ended.inc({ definition, state: status });
    if (status === 'parked') {
      const text = `saga of order ${subjectId} is parked: ${parked?.reason.code} ${parked?.reason.message}`;
      logger.error({ notable: true, orderId: subjectId }, text);
    }
  }

  /** The journal could not be written: nobody may own the saga, so that the next heartbeat finds it. */
  async function giveBack(saga: SagaRecord<Data>): Promise<void> {
    await store.release(saga.id, worker).catch(() => {});
  }

  async function recover(): Promise<void> {
    const busy = [...running.keys()];
    const claimed = await store.claim(worker, { limit: CLAIM_AT_ONCE, busy, lease, known: versions.known });
    if (claimed.length > 0) logger.info({ notable: true }, `took up ${claimed.length} unfinished saga(s)`);
    for (const saga of claimed) resume(saga);
    if (claimed.length === CLAIM_AT_ONCE) await recover();
  }

  async function beat(): Promise<void> {
    try {
      await store.heartbeat(worker, lease);
      await recover();
      await strangers.look();
    } catch (error) {
      logger.warn({ err: error }, 'the saga runner could not reach its database');
    }
    if (!stopping.signal.aborted) timer = setTimeout(() => void withoutTracing(beat), lease / 4);
  }

  return {
    worker,
    resume,
    recover,
    start: () => withoutTracing(beat),
    async stop() {
      stopping.abort(new Error('the saga runner stops'));
      clearTimeout(timer);
      await Promise.allSettled(running.values());
      await store.leave(worker).catch(() => {});
    },
  };
}
