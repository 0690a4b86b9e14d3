import type { ChargeRequest } from '../../application/charges.ts';
import type { Charge } from '../../domain/charge.ts';
import { ProviderError } from '../../domain/provider-error.ts';

/** @throws ProviderError 400 with the first field that is wrong */
export function readChargeRequest(body: unknown): ChargeRequest {
  const { amount, currency, source, reference } = (body ?? {}) as Partial<
    Record<keyof ChargeRequest, unknown>
  >;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount < 1) throw invalid('amount');
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) throw invalid('currency');
  return {
    amount,
    currency,
    source: requireText(source, 'source'),
    reference: requireText(reference, 'reference'),
  };
}

export function requireText(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '' || value.length > 255) throw invalid(name);
  return value;
}

function invalid(name: string): ProviderError {
  return new ProviderError(400, 'parameter_invalid', `${name} is missing or wrong`);
}

/** A charge in the provider's own spelling. */
export function toBody({ id, reference, amount, currency, status, failureCode }: Charge): object {
  const failure = failureCode === null ? {} : { failure_code: failureCode };
  return { id, reference, amount, currency, status, ...failure };
}
