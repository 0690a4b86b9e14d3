import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidV7, type KeyRange } from '@tradewind/kernel';
import { TRANSITIONS, type Charge, type ChargeAction, type LedgerEntry } from '../domain/charge.ts';
import { ProviderError } from '../domain/provider-error.ts';
import { scenarioOf, type Scenario } from '../domain/scenario.ts';
import { ChargeStore } from './charge-store.ts';

export interface ChargeRequest {
  amount: number;
  currency: string;
  source: string;
  reference: string;
}

/** How an answer gets to the merchant, if it does. */
export interface Delivery {
  /** Undefined: the connection is destroyed instead. */
  charge: Charge | undefined;
  /** Milliseconds to wait before. */
  after: number;
}

@Injectable()
export class Charges {
  constructor(private readonly store: ChargeStore) {}

  async create(key: string, request: ChargeRequest): Promise<Delivery> {
    const scenario = scenarioOf(request.source);
    if (!scenario) throw new ProviderError(400, 'unknown_token', 'no such source');
    if (scenario.unreachable) return { charge: undefined, after: 0 };
    if (scenario.refuseOnce && (await this.store.refuseOnce(key)))
      throw new ProviderError(500, 'api_error', 'something went wrong on our side');
    const fingerprint = fingerprintOf(request);
    const charge = newCharge(request, scenario);
    const created = await this.store.create({
      key,
      fingerprint,
      charge,
      succeedsAfter: scenario.succeedsAfter,
    });
    if (created.fingerprint !== fingerprint)
      throw new ProviderError(422, 'idempotency_mismatch', 'the key was used for another request');
    if (created.fresh) return firstAnswer(created.charge, scenario);
    if (created.charge.status === 'processing')
      throw new ProviderError(409, 'processing', 'the first request with this key is being processed');
    return { charge: created.charge, after: 0 };
  }

  async change(id: string, action: ChargeAction): Promise<Charge> {
    const charge = await this.store.change(id, action);
    if (!charge) throw new ProviderError(404, 'unknown_charge', 'no such charge');
    const { to, done } = TRANSITIONS[action];
    if (charge.status !== to && !done.includes(charge.status))
      throw new ProviderError(
        409,
        `charge_${charge.status}`,
        `a charge that is ${charge.status} does not allow it`,
      );
    return charge;
  }

  list(reference: string): Promise<Charge[]> {
    return this.store.ofReference(reference);
  }

  ledger(reference: string): Promise<LedgerEntry[]> {
    return this.store.ledger(reference);
  }

  ledgerBetween(references: KeyRange): Promise<LedgerEntry[]> {
    return this.store.ledgerBetween(references);
  }
}

function newCharge({ amount, currency, reference }: ChargeRequest, scenario: Scenario): Charge {
  const id = `ch_${uuidV7().replaceAll('-', '')}`;
  const failureCode = scenario.failureCode ?? null;
  return { id, reference, amount, currency, status: scenario.charge, failureCode };
}

function firstAnswer(charge: Charge, { answerAfter = 0, loseAnswer }: Scenario): Delivery {
  return { charge: loseAnswer ? undefined : charge, after: answerAfter };
}

function fingerprintOf({ amount, currency, source, reference }: ChargeRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([amount, currency, source, reference]))
    .digest('hex');
}
