import type { GetMessagingStatusResponse } from '@tradewind/contracts/operations/v1/messaging';
import type { ReadModel } from '@tradewind/contracts/operations/v1/read_models';
import type { OrderFact, Saga, SagaState } from '@tradewind/contracts/order/v1/saga_operations';
import type { StockReport } from '@tradewind/contracts/inventory/v1/inventory';
import type { Notification } from '@tradewind/contracts/notification/v1/notification';
import type { LedgerPosting } from '@tradewind/contracts/payment/v1/payment';
import type { KeyRange } from '@tradewind/kernel';
import type { GuardSnapshot, PolicySnapshot } from '@tradewind/resilience';
import type { LogFilter, LogLine } from '@tradewind/observability';

/** A process as its admin port and the launcher describe it. */
export interface WatchedProcess {
  name: string;
  pid: number | null;
  version: string;
  status: string;
  ready: boolean;
  rssBytes: number | null;
  uptimeSeconds: number | null;
  restarts: number;
}

export interface LoggedEvent {
  id: string;
  type: string;
  topic: string;
  partition: number;
  offset: number;
  aggregateId: string;
  source: string;
  time: string;
  traceId: string | null;
  data: unknown;
}

/** `traceId`: null for an event that belongs to no trace. */
export interface TracedEvent {
  id: string;
  type: string;
  aggregateId: string;
  traceId: string | null;
}

export interface ParkedEvent {
  id: string;
  service: string;
  eventId: string;
  type: string;
  aggregateId: string;
  cause: { code: string; message: string };
  attempts: number;
  parkedAt: string;
  data: unknown;
  /** A waiting one is tried again at `dueAt` by itself; a parked one waits for an operator; the others are closed. */
  state: LetterState;
  dueAt: string | null;
  closedAt: string | null;
  operator: string | null;
  note: string | null;
}

export const LETTER_STATES = ['parked', 'waiting', 'replayed', 'discarded'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** A target as Prometheus's HTTP service discovery takes it. */
export interface ScrapeTarget {
  /** `host:port` */
  targets: string[];
  labels: Record<string, string>;
}

/** Empty: all services, all types. */
export interface LetterFilter {
  states: readonly LetterState[];
  service: string;
  type: string;
}

/** How a service's messaging stands. Ages in seconds. */
export interface MessagingReport extends GetMessagingStatusResponse {
  service: string;
}

export interface WatchedReadModel extends ReadModel {
  service: string;
}

/** What the payment provider wrote down. */
export interface ProviderEntry {
  orderId: string;
  kind: 'authorization' | 'capture' | 'void' | 'refund';
  amount: number;
  currency: string;
  at: string;
}

export type SagaDecision = 'retry' | 'compensate' | 'resolve';

/** The port to the whole running system: everything is asked through interfaces that the services offer. */
export abstract class WatchedSystem {
  abstract processes(): Promise<WatchedProcess[]>;
  abstract sagas(
    state: SagaState,
    pageSize: number,
    pageToken: string,
  ): Promise<{ sagas: Saga[]; nextPageToken: string }>;
  abstract saga(orderId: string): Promise<Saga>;
  abstract decide(decision: SagaDecision, orderId: string, operator: string, note: string): Promise<Saga>;
  /** Newest first. */
  abstract deadLetters(
    filter: LetterFilter,
    pageSize: number,
    pageToken: string,
  ): Promise<{ items: ParkedEvent[]; nextPageToken: string | null }>;
  abstract replayDeadLetter(id: string, operator: string): Promise<void>;
  abstract discardDeadLetter(id: string, operator: string, note: string): Promise<void>;
  /** Of every service with an outbox; one that is away is left out. */
  abstract messaging(): Promise<MessagingReport[]>;
  /** Of these events, those that the service neither handled nor keeps as a letter. */
  abstract unhandled(service: string, eventIds: readonly string[]): Promise<string[]>;
  abstract readModels(): Promise<WatchedReadModel[]>;
  /** Begins soon. @throws AppError READ_MODEL.UNKNOWN, READ_MODEL.BUSY */
  abstract operateReadModel(
    operation: 'rebuild' | 'verification',
    service: string,
    name: string,
    operator: string,
  ): Promise<WatchedReadModel['job']>;
  abstract policies(): Promise<(PolicySnapshot & { service: string })[]>;
  /** Rate limits, load shedders and caches. */
  abstract guards(): Promise<(GuardSnapshot & { service: string })[]>;
  abstract providerLedger(orderId: string): Promise<ProviderEntry[]>;
  abstract mail(to: string): Promise<Notification[]>;
  /** The orders after this one, by their ids; at most so many. */
  abstract orderFacts(after: string, most: number): Promise<OrderFact[]>;
  /** What the provider wrote down about some orders. */
  abstract chargesOf(orders: KeyRange): Promise<ProviderEntry[]>;
  /** Who got which mail about some orders. */
  abstract mailAbout(orders: KeyRange): Promise<{ orderId: string; kind: string; at: string }[]>;
  /** Sums of all stock, and the reservations of some orders. */
  abstract stockReport(orders: KeyRange): Promise<StockReport>;
  abstract paymentLedger(orders: KeyRange): Promise<LedgerPosting[]>;
  /** The text that Prometheus would scrape of each process; one that is away is left out. */
  abstract metrics(): Promise<{ service: string; text: string }[]>;
  /** The latest log lines of all processes, or of one, newest first; a process that is away is left out. */
  abstract logs(service: string, filter: LogFilter & { limit: number }): Promise<LogLine[]>;
  /** What Prometheus would scrape of one process. @throws AppError ADMIN.UNKNOWN */
  abstract metricsOf(service: string): Promise<string>;
  /** Where each process shows its metrics. */
  abstract scrapeTargets(): Promise<ScrapeTarget[]>;
}

/** The port to the event log's history. */
export abstract class EventHistory {
  abstract list(
    filter: { aggregateId: string; type: string },
    pageSize: number,
    pageToken: string,
  ): Promise<{ items: LoggedEvent[]; nextPageToken: string | null }>;
  /** Of these events, those that are not in the log. */
  abstract missing(events: readonly { id: string; key: string }[]): Promise<string[]>;
  /** The last events of these types that were appended between two times (milliseconds since 1970). */
  abstract sample(
    types: readonly string[],
    from: number,
    to: number,
  ): Promise<{ id: string; type: string }[]>;
  /** The last events of these types since a time (milliseconds since 1970), each with the trace that it belongs to. */
  abstract traced(types: readonly string[], from: number): Promise<TracedEvent[]>;
}

/** The port to the record of what operators did. */
export abstract class AuditLog {
  abstract record(operator: string, action: string, target: string, note: string): Promise<void>;
}
