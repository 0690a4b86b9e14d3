export type ChargeStatus = 'processing' | 'authorized' | 'captured' | 'voided' | 'refunded' | 'failed';

export interface Charge {
  id: string;
  /** The merchant's word for what is paid: an order, for example. */
  reference: string;
  /** Minor units. */
  amount: number;
  currency: string;
  status: ChargeStatus;
  failureCode: string | null;
}

export type ChargeAction = 'capture' | 'void' | 'refund';

interface Transition {
  from: ChargeStatus;
  to: ChargeStatus;
  /** The action was done before: the same answer is given again. */
  done: readonly ChargeStatus[];
}

export const TRANSITIONS: Record<ChargeAction, Transition> = {
  capture: { from: 'authorized', to: 'captured', done: ['captured', 'refunded'] },
  void: { from: 'authorized', to: 'voided', done: ['voided'] },
  refund: { from: 'captured', to: 'refunded', done: ['refunded'] },
};

/** A line of the provider's ledger. */
export interface LedgerEntry {
  reference: string;
  kind: 'authorization' | ChargeAction;
  amount: number;
  currency: string;
  at: Date;
}
