import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { AppError, type Clock } from '@tradewind/kernel';
import { CLOCK } from '@tradewind/service-defaults';
import { parse } from '@tradewind/service-defaults/edge';
import { EventHistory, WatchedSystem } from '../../application/ports/watched-system.ts';
import { Reconcile } from '../../application/reconciliation/reconcile.ts';
import { drawServiceMap } from '../../application/service-map/service-map.ts';
import { WatchServiceLevels } from '../../application/service-levels/service-levels.ts';
import { WatchSignals } from '../../application/signals/watch-signals.ts';
import { TraceStore } from '../../application/traces/trace-store.ts';
import { OperatorGuard } from './operator.ts';
import { eventQuery, ledgerQuery, mailboxQuery, reconciliationQuery, serviceMapQuery } from './schemas.ts';

/** Everything that is only looked at. */
@Controller('ops/api')
@UseGuards(OperatorGuard)
export class ObservationsController {
  constructor(
    private readonly system: WatchedSystem,
    private readonly history: EventHistory,
    private readonly reconcile: Reconcile,
    private readonly serviceLevels: WatchServiceLevels,
    private readonly signals: WatchSignals,
    private readonly traces: TraceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('services')
  services() {
    return this.system.processes();
  }

  @Get('events')
  events(@Query() raw: unknown) {
    const { pageSize, pageToken, ...filter } = parse(eventQuery, raw);
    return this.history.list(filter, pageSize, pageToken);
  }

  @Get('resilience')
  async resilience() {
    return { items: await this.system.policies() };
  }

  @Get('reconciliation')
  async reconciliation(@Query() raw: unknown) {
    const { maxAge } = parse(reconciliationQuery, raw);
    return this.reconcile.kept(maxAge * 1_000) ?? this.reconcile.check();
  }

  @Get('messaging')
  async messaging() {
    return { items: await this.system.messaging() };
  }

  @Get('traces/:traceId')
  trace(@Param('traceId') traceId: string) {
    const spans = this.traces.find(traceId);
    if (spans.length > 0) return { traceId, spans };
    throw new AppError(
      'not-found',
      'TRACE.NOT_FOUND',
      'this trace was not recorded, or it is no longer kept',
    );
  }

  @Get('service-levels')
  levels() {
    return this.serviceLevels.levels();
  }

  @Get('signals')
  serviceSignals() {
    return { items: this.signals.list() };
  }

  @Get('service-map')
  serviceMap(@Query() raw: unknown) {
    const { minutes } = parse(serviceMapQuery, raw);
    return drawServiceMap(this.traces.all(), this.clock.now() - minutes * 60_000);
  }

  @Get('provider-ledger')
  ledger(@Query() raw: unknown) {
    return this.system.providerLedger(parse(ledgerQuery, raw).orderId);
  }

  @Get('mailbox')
  async mailbox(@Query() raw: unknown) {
    const mails = await this.system.mail(parse(mailboxQuery, raw).to);
    return mails.map(({ to, subject, body, orderId, kind, at }) => ({
      to,
      subject,
      body,
      orderId,
      kind,
      at,
    }));
  }
}
