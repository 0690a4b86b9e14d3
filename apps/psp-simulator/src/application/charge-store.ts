import type { Charge, ChargeAction, LedgerEntry } from '../domain/charge.ts';
import type { KeyRange } from '@tradewind/kernel';

export interface NewCharge {
  key: string;
  /** Of the request: the same key with another request is refused. */
  fingerprint: string;
  charge: Charge;
  /** Milliseconds until a charge in processing succeeds. */
  succeedsAfter: number | undefined;
}

/** The charge of a key, and whether this call made it. */
export interface Created {
  fresh: boolean;
  fingerprint: string;
  charge: Charge;
}

/** The port to the provider's books. Every change is stored with its ledger entry and its webhook in one transaction. */
export abstract class ChargeStore {
  abstract create(request: NewCharge): Promise<Created>;
  /** True the first time it is asked for a key. */
  abstract refuseOnce(key: string): Promise<boolean>;
  /** The charge after the change; changed or not. Undefined: unknown. */
  abstract change(id: string, action: ChargeAction): Promise<Charge | undefined>;
  /** Authorizes what was in processing and is due. */
  abstract succeedLate(): Promise<number>;
  abstract ofReference(reference: string): Promise<Charge[]>;
  /** Oldest first. */
  abstract ledger(reference: string): Promise<LedgerEntry[]>;
  /** By their references, the oldest of each first. */
  abstract ledgerBetween(references: KeyRange): Promise<LedgerEntry[]>;
}
