import type { Money } from '@tradewind/kernel';
import {
  PaymentProvider,
  type AuthorizationOutcome,
  type ProviderCharge,
} from '../src/application/ports/payment-provider.ts';

/** A provider in memory that keeps its promises: one charge for a key, each change once. */
export class ProviderDouble extends PaymentProvider {
  readonly charges = new Map<string, ProviderCharge>();
  readonly calls: string[] = [];
  /** Runs after the charge was made and before the answer is given. */
  beforeAnswer: (key: string) => Promise<void> = async () => {};
  silent = false;

  async authorize(key: string, amount: Money, token: string): Promise<AuthorizationOutcome> {
    this.calls.push('authorize');
    if (token === 'declined') return { kind: 'declined', declineCode: 'PAYMENT.DECLINED' };
    const providerReference = `ch_${key}`;
    const known = this.charges.get(key);
    if (!known) this.charges.set(key, { providerReference, status: 'authorized', amount });
    await this.beforeAnswer(key);
    return this.silent ? { kind: 'unknown', cause: undefined } : { kind: 'authorized', providerReference };
  }

  async capture(providerReference: string): Promise<void> {
    this.change(providerReference, 'captured');
  }

  async void(providerReference: string): Promise<void> {
    this.change(providerReference, 'voided');
  }

  async refund(providerReference: string): Promise<void> {
    this.change(providerReference, 'refunded');
  }

  async find(key: string): Promise<ProviderCharge | undefined> {
    return this.charges.get(key);
  }

  statusOf(key: string): ProviderCharge['status'] | undefined {
    return this.charges.get(key)?.status;
  }

  private change(providerReference: string, status: ProviderCharge['status']): void {
    this.calls.push(status);
    const charge = [...this.charges.values()].find((it) => it.providerReference === providerReference);
    charge!.status = status;
  }
}
