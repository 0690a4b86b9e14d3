import { uuidV7 } from '@tradewind/kernel';
import type { Charge, ChargeStatus } from '../domain/charge.ts';

/** A webhook as it is stored: the body is signed as it is, so it is kept as text. */
export interface StoredWebhook {
  id: string;
  body: string;
}

/** Tells the merchant that the charge has this status now. */
export function webhookEvent(
  charge: Omit<Charge, 'failureCode'>,
  status: ChargeStatus,
  now: number,
): StoredWebhook {
  const id = `evt_${uuidV7(now).replaceAll('-', '')}`;
  const { id: chargeId, reference, amount, currency } = charge;
  const data = { charge: { id: chargeId, reference, amount, currency, status } };
  return {
    id,
    body: JSON.stringify({ id, type: `charge.${status}`, data, created: Math.floor(now / 1000) }),
  };
}
