import { AppError, isUuid, money, type Money } from '@tradewind/kernel';
import { z } from 'zod';
import type { AuthorizationOutcome, ProviderCharge } from '../application/ports/payment-provider.ts';
import { unavailable, unknownToken } from '../domain/payment-errors.ts';
import type { DeclineCode } from '../domain/payment.ts';
import type { ProviderNews } from '../domain/provider-news.ts';
import type { PspAnswer } from './psp-client.ts';

// The one place where the provider's words become ours. Nothing past this file knows them.

const charge = z.object({
  id: z.string(),
  reference: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  status: z.enum(['processing', 'authorized', 'captured', 'voided', 'refunded', 'failed']),
  failure_code: z.string().optional(),
});
const failure = z.object({ error: z.object({ code: z.string() }) });
const chargeList = z.object({ data: z.array(charge) });
const webhook = z.object({ id: z.string(), type: z.string(), data: z.object({ charge }) });

type PspCharge = z.infer<typeof charge>;

const DECLINES: Readonly<Record<string, DeclineCode>> = { insufficient_funds: 'PAYMENT.INSUFFICIENT_FUNDS' };

function declineCodeOf({ failure_code: code }: PspCharge): DeclineCode {
  return DECLINES[code ?? ''] ?? 'PAYMENT.DECLINED';
}

/** What an answer to a new charge means. @throws PAYMENT.UNKNOWN_TOKEN, PAYMENT.PROVIDER_REFUSED */
export function toAuthorizationOutcome(answer: PspAnswer): AuthorizationOutcome {
  if (answer.status === 201 || answer.status === 402) {
    const made = charge.parse(answer.body);
    if (made.status === 'failed') return { kind: 'declined', declineCode: declineCodeOf(made) };
    if (made.status === 'processing') return { kind: 'unknown', cause: undefined };
    return { kind: 'authorized', providerReference: made.id };
  }
  const code = failureCodeOf(answer);
  if (code === 'unknown_token') throw unknownToken();
  if (code === 'processing') return { kind: 'unknown', cause: unavailable() };
  throw refusal(answer, code);
}

/** Returns when a capture, void or refund was done. @throws `otherwise`, made of the status that the charge has */
export function requireDone(answer: PspAnswer, otherwise: (status: string) => AppError): void {
  if (answer.status === 200) return;
  const code = failureCodeOf(answer);
  if (code.startsWith('charge_')) throw otherwise(code.slice('charge_'.length));
  throw refusal(answer, code);
}

/** The charge that counts among those of one reference: there is one, since we always use the same key. */
export function toProviderCharge(answer: PspAnswer): ProviderCharge | undefined {
  if (answer.status !== 200) throw refusal(answer, failureCodeOf(answer));
  const made = chargeList.parse(answer.body).data.at(-1);
  if (!made) return undefined;
  const status = made.status === 'failed' ? 'declined' : made.status;
  return { providerReference: made.id, status, amount: toMoney(made) };
}

/** Undefined: not about a payment of ours. @throws PAYMENT.BAD_NEWS */
export function toNews(body: string): ProviderNews | undefined {
  const parsed = webhook.safeParse(parseJson(body));
  if (!parsed.success) throw badNews();
  const { id, data } = parsed.data;
  const made = data.charge;
  const { id: providerReference, reference: key, status } = made;
  if (status === 'processing' || !isUuid(key)) return undefined;
  const kind = status === 'failed' ? 'declined' : status;
  const declineCode = kind === 'declined' ? declineCodeOf(made) : undefined;
  return { id, key, kind, amount: toMoney(made), providerReference, declineCode };
}

function toMoney({ amount, currency }: PspCharge): Money {
  return money(amount, currency);
}

function failureCodeOf(answer: PspAnswer): string {
  const parsed = failure.safeParse(answer.body);
  return parsed.success ? parsed.data.error.code : '';
}

function refusal({ status }: PspAnswer, code: string): AppError {
  return new AppError(
    'internal',
    'PAYMENT.PROVIDER_REFUSED',
    `the provider refused our call: ${status} ${code}`,
  );
}

function badNews(): AppError {
  return new AppError('invalid', 'PAYMENT.BAD_NEWS', 'the message is not in the form that was agreed');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badNews();
  }
}
