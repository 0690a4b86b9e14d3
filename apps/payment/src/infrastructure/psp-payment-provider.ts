import { Injectable } from '@nestjs/common';
import { isAppError, type AppError, type Money } from '@tradewind/kernel';
import {
  PaymentProvider,
  type AuthorizationOutcome,
  type ProviderCharge,
} from '../application/ports/payment-provider.ts';
import { alreadyCaptured, notAuthorized, notCaptured, unavailable } from '../domain/payment-errors.ts';
import type { PaymentStatus } from '../domain/payment.ts';
import { PspClient, type PspAnswer } from './psp-client.ts';
import { requireDone, toAuthorizationOutcome, toProviderCharge } from './psp-vocabulary.ts';

/** The anti-corruption layer: our port over the provider's interface. */
@Injectable()
export class PspPaymentProvider extends PaymentProvider {
  constructor(private readonly client: PspClient) {
    super();
  }

  async authorize(key: string, { amount, currency }: Money, token: string): Promise<AuthorizationOutcome> {
    const path = '/v1/charges';
    const body = { amount, currency, source: token, reference: key };
    try {
      const idempotencyKey = `authorize:${key}`;
      const answer = await this.client.send({ method: 'POST', path, route: path, body, idempotencyKey });
      return toAuthorizationOutcome(answer);
    } catch (error) {
      if (isSilence(error)) return { kind: 'unknown', cause: error };
      throw error;
    }
  }

  capture(providerReference: string): Promise<void> {
    return this.change(providerReference, 'capture', (status) => notAuthorized(status as PaymentStatus));
  }

  void(providerReference: string): Promise<void> {
    return this.change(providerReference, 'void', alreadyCaptured);
  }

  refund(providerReference: string): Promise<void> {
    return this.change(providerReference, 'refunds', (status) => notCaptured(status as PaymentStatus));
  }

  async find(key: string): Promise<ProviderCharge | undefined> {
    const path = `/v1/charges?reference=${encodeURIComponent(key)}`;
    return toProviderCharge(await this.answered({ method: 'GET', path, route: '/v1/charges' }));
  }

  private async change(id: string, action: string, otherwise: (status: string) => AppError): Promise<void> {
    const path = `/v1/charges/${encodeURIComponent(id)}/${action}`;
    const route = `/v1/charges/{id}/${action}`;
    requireDone(await this.answered({ method: 'POST', path, route, body: {} }), otherwise);
  }

  private async answered(request: Parameters<PspClient['send']>[0]): Promise<PspAnswer> {
    try {
      return await this.client.send(request);
    } catch (error) {
      throw isSilence(error) ? unavailable(error) : error;
    }
  }
}

/** No answer: broken connection, no time left, breaker open, bulkhead full. */
function isSilence(error: unknown): boolean {
  return isAppError(error) && error.retryable;
}
