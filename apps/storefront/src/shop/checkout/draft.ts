import type { PlaceOrder } from '../../api/place-order.ts';

export type Draft = Pick<PlaceOrder, 'email' | 'shippingAddress'>;

const storageKey = 'tradewind.checkout';

/** Keeps e-mail and address for this tab, so that nobody types them twice. Payment data never. */
export function keepDraft({ email, shippingAddress }: PlaceOrder): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ email, shippingAddress } satisfies Draft));
  } catch {
    // Storage is forbidden: the form still holds what was typed.
  }
}

export function readDraft(): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}
