import { Inject, Injectable } from '@nestjs/common';
import { createLane, type Database } from '@tradewind/database';
import { systemClock, type KeyRange } from '@tradewind/kernel';
import { currentTraceparent } from '@tradewind/observability';
import { DATABASE } from '@tradewind/service-defaults';
import { ChargeStore, type Created, type NewCharge } from '../application/charge-store.ts';
import { TRANSITIONS, type Charge, type ChargeAction, type LedgerEntry } from '../domain/charge.ts';
import * as sql from './charge-statements.ts';
import { webhookEvent } from './webhook-event.ts';
import { WebhookSender } from './webhook-sender.ts';

type Traced<Item> = Item & { traceparent: string | undefined };
type KeyRow = Charge & { key: string; fingerprint: string };

@Injectable()
export class PostgresChargeStore extends ChargeStore {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly webhooks: WebhookSender,
  ) {
    super();
  }

  private readonly creating = createLane<Traced<NewCharge>, Created>(async (items) => {
    // A key that stands in the batch twice is created once; the second request then finds it.
    const rows = [...new Map(items.toReversed().map((item) => [item.key, item])).values()].map(toRow);
    const fresh = await this.query<{ key: string }>('charge.create', sql.CREATE, [JSON.stringify(rows)]);
    const made = new Set(fresh.map(({ key }) => key));
    const known = await this.knownOf(items.filter(({ key }) => !made.has(key)));
    this.webhooks.wake();
    return items.map(({ key, fingerprint, charge }) => {
      if (made.delete(key)) return { fresh: true, fingerprint, charge };
      return (
        known.get(key) ?? { fresh: false, fingerprint, charge: items.find((it) => it.key === key)!.charge }
      );
    });
  });

  private readonly changing = createLane<Traced<{ id: string; action: ChargeAction }>, Charge | undefined>(
    async (items) => {
      const rows = items.map(({ id, action, traceparent }) => {
        const { from, to } = TRANSITIONS[action];
        return { id, from, to, kind: action, traceparent };
      });
      const changed = await this.query<Charge>('charge.change', sql.CHANGE, [JSON.stringify(rows)]);
      const charges = new Map(changed.map((charge) => [charge.id, charge]));
      const others = items.map(({ id }) => id).filter((id) => !charges.has(id));
      if (others.length > 0) {
        for (const charge of await this.query<Charge>('charge.of-ids', sql.OF_IDS, [others]))
          charges.set(charge.id, charge);
      }
      if (changed.length > 0) this.webhooks.wake();
      return items.map(({ id }) => charges.get(id));
    },
  );

  create(request: NewCharge): Promise<Created> {
    return this.creating({ ...request, traceparent: currentTraceparent() });
  }

  async refuseOnce(key: string): Promise<boolean> {
    return (await this.query('charge.refuse-once', sql.REFUSE_ONCE, [key])).length > 0;
  }

  change(id: string, action: ChargeAction): Promise<Charge | undefined> {
    return this.changing({ id, action, traceparent: currentTraceparent() });
  }

  async succeedLate(): Promise<number> {
    const rows = await this.query('charge.succeed-late', sql.SUCCEED_LATE, []);
    if (rows.length > 0) this.webhooks.wake();
    return rows.length;
  }

  ofReference(reference: string): Promise<Charge[]> {
    return this.query<Charge>('charge.of-reference', sql.OF_REFERENCE, [reference]);
  }

  ledger(reference: string): Promise<LedgerEntry[]> {
    return this.query<LedgerEntry>('ledger.of', sql.LEDGER_OF, [reference]);
  }

  ledgerBetween(references: KeyRange): Promise<LedgerEntry[]> {
    return this.query<LedgerEntry>('ledger.between', sql.LEDGER_BETWEEN, [references.after, references.upTo]);
  }

  private async knownOf(items: { key: string }[]): Promise<Map<string, Created>> {
    if (items.length === 0) return new Map();
    const rows = await this.query<KeyRow>('charge.of-keys', sql.OF_KEYS, [items.map(({ key }) => key)]);
    return new Map(
      rows.map(({ key, fingerprint, ...charge }) => [key, { fresh: false, fingerprint, charge }] as const),
    );
  }

  private query<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return this.database.query<Row>(name, text, values);
  }
}

function toRow({ key, fingerprint, charge, succeedsAfter, traceparent }: Traced<NewCharge>): object {
  const { id: webhookId, body } = webhookEvent(charge, charge.status, systemClock.now());
  return { key, fingerprint, ...charge, succeedsAfter, traceparent, webhookId, body };
}
