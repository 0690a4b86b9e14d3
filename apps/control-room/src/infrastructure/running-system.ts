import type { StockReport } from '@tradewind/contracts/inventory/v1/inventory';
import type { Notification } from '@tradewind/contracts/notification/v1/notification';
import type { OrderFact, Saga, SagaState } from '@tradewind/contracts/order/v1/saga_operations';
import type { LedgerPosting } from '@tradewind/contracts/payment/v1/payment';
import { AppError, type KeyRange } from '@tradewind/kernel';
import type { GuardSnapshot, PolicySnapshot } from '@tradewind/resilience';
import type { LogFilter, LogLine } from '@tradewind/observability';
import {
  WatchedSystem,
  type LetterFilter,
  type MessagingReport,
  type ProviderEntry,
  type SagaDecision,
  type ScrapeTarget,
  type WatchedProcess,
  type WatchedReadModel,
} from '../application/ports/watched-system.ts';
import { allPages } from './all-pages.ts';
import type { Clients } from './clients.ts';
import { listDeadLetters, ownerOf } from './dead-letters.ts';
import { collectLogs } from './logs.ts';
import { askMessaging, findUnhandled } from './messaging.ts';
import { listReadModels, operateReadModel } from './read-models.ts';
import type { DirectoryEntry, ServiceDirectory } from './service-directory.ts';

interface Info {
  pid: number;
  version: string;
  rssBytes: number;
  uptimeSeconds: number;
}

/** The running system, asked over gRPC, the admin ports and the provider's HTTP interface. */
export class RunningSystem extends WatchedSystem {
  private readonly clients: Clients;
  private readonly directory: ServiceDirectory;
  private readonly pspUrl: string;

  constructor(clients: Clients, directory: ServiceDirectory, pspUrl: string) {
    super();
    this.clients = clients;
    this.directory = directory;
    this.pspUrl = pspUrl;
  }

  async processes(): Promise<WatchedProcess[]> {
    return Promise.all((await this.directory.entries()).map((entry) => this.describe(entry)));
  }

  sagas(
    state: SagaState,
    pageSize: number,
    pageToken: string,
  ): Promise<{ sagas: Saga[]; nextPageToken: string }> {
    return this.clients.sagas.listSagas({ state, pageSize, pageToken });
  }

  saga(orderId: string): Promise<Saga> {
    return this.clients.sagas.getSaga({ orderId });
  }

  decide(decision: SagaDecision, orderId: string, operator: string, note: string): Promise<Saga> {
    const once = { idempotent: false };
    const request = { orderId, operator, note };
    if (decision === 'retry') return this.clients.sagas.retrySaga(request, once);
    if (decision === 'compensate') return this.clients.sagas.compensateSaga(request, once);
    return this.clients.sagas.resolveSaga(request, once);
  }

  deadLetters(filter: LetterFilter, pageSize: number, pageToken: string) {
    return listDeadLetters(this.clients, filter, pageSize, pageToken);
  }

  messaging(): Promise<MessagingReport[]> {
    return askMessaging(this.clients);
  }

  unhandled(service: string, eventIds: readonly string[]): Promise<string[]> {
    return findUnhandled(this.clients, service, eventIds);
  }

  readModels(): Promise<WatchedReadModel[]> {
    return listReadModels(this.clients);
  }

  operateReadModel(operation: 'rebuild' | 'verification', service: string, name: string, operator: string) {
    return operateReadModel(this.clients, operation, service, name, operator);
  }

  async replayDeadLetter(id: string, operator: string): Promise<void> {
    const client = await ownerOf(this.clients, id);
    await client.replayDeadLetter({ id, operator, note: '' }, { idempotent: false });
  }

  async discardDeadLetter(id: string, operator: string, note: string): Promise<void> {
    const client = await ownerOf(this.clients, id);
    await client.discardDeadLetter({ id, operator, note }, { idempotent: false });
  }

  async policies(): Promise<(PolicySnapshot & { service: string })[]> {
    const answers = await this.directory.askAll<PolicySnapshot[]>('/resilience');
    return answers.flatMap(({ service, answer }) => answer.map((snapshot) => ({ service, ...snapshot })));
  }

  async guards(): Promise<(GuardSnapshot & { service: string })[]> {
    const answers = await this.directory.askAll<GuardSnapshot[]>('/resilience/guards');
    return answers.flatMap(({ service, answer }) => answer.map((snapshot) => ({ ...snapshot, service })));
  }

  providerLedger(orderId: string): Promise<ProviderEntry[]> {
    return this.askProvider({ reference: orderId });
  }

  chargesOf({ after, upTo }: KeyRange): Promise<ProviderEntry[]> {
    return this.askProvider({ after, upTo });
  }

  async mail(to: string): Promise<Notification[]> {
    return (
      await this.clients.notification.listNotifications({
        ...{ to, orderId: '', pageSize: 1_000, pageToken: '' },
        ...{ afterOrderId: '', upToOrderId: '' },
      })
    ).notifications;
  }

  mailAbout({ after, upTo }: KeyRange): Promise<{ orderId: string; kind: string; at: string }[]> {
    return allPages(async (pageToken) => {
      const { notifications, nextPageToken } = await this.clients.notification.listNotifications({
        ...{ to: '', orderId: '', pageSize: 1_000, afterOrderId: after, upToOrderId: upTo },
        pageToken,
      });
      return { items: notifications.map(({ orderId, kind, at }) => ({ orderId, kind, at })), nextPageToken };
    });
  }

  async orderFacts(after: string, most: number): Promise<OrderFact[]> {
    return (await this.clients.sagas.listOrderFacts({ pageSize: most, pageToken: after })).facts;
  }

  stockReport({ after, upTo }: KeyRange): Promise<StockReport> {
    return this.clients.inventory.getStockReport({ limit: 100, afterKey: after, upToKey: upTo });
  }

  paymentLedger({ after, upTo }: KeyRange): Promise<LedgerPosting[]> {
    return allPages(async (pageToken) => {
      const request = { key: '', pageSize: 2_000, pageToken, afterKey: after, upToKey: upTo };
      const { postings, nextPageToken } = await this.clients.payment.listLedger(request);
      return { items: postings, nextPageToken };
    });
  }

  metrics(): Promise<{ service: string; text: string }[]> {
    return this.directory.textOfAll('/metrics');
  }

  metricsOf(service: string): Promise<string> {
    return this.directory.text(service, '/metrics');
  }

  logs(service: string, filter: LogFilter & { limit: number }): Promise<LogLine[]> {
    return collectLogs(this.directory, service, filter);
  }

  async scrapeTargets(): Promise<ScrapeTarget[]> {
    const entries = await this.directory.entries();
    return entries.flatMap(({ name, adminUrl }) =>
      adminUrl === null ? [] : [{ targets: [new URL(adminUrl).host], labels: { service: name } }],
    );
  }

  private async askProvider(query: Record<string, string>): Promise<ProviderEntry[]> {
    const url = new URL(`/v1/ledger?${new URLSearchParams(query)}`, this.pspUrl);
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok)
      throw new AppError('unavailable', 'PROVIDER.AWAY', `the provider answered ${answer.status}`);
    return (await answer.json()) as ProviderEntry[];
  }

  private async describe(entry: DirectoryEntry): Promise<WatchedProcess> {
    const { name, pid, status, adminUrl, restarts, version, startedAt } = entry;
    const uptimeSeconds = startedAt ? Math.max(0, (Date.now() - Date.parse(startedAt)) / 1000) : null;
    const known = { name, pid, status, restarts, version: version ?? '', rssBytes: null, uptimeSeconds };
    if (adminUrl === null) return { ...known, ready: status === 'ready' };
    const [info, ready] = await Promise.allSettled([
      this.directory.ask<Info>(adminUrl, '/info'),
      this.directory.ask<unknown>(adminUrl, '/health/ready'),
    ]);
    return {
      ...known,
      ...(info.status === 'fulfilled' ? info.value : {}),
      name,
      ready: ready.status === 'fulfilled',
    };
  }
}
