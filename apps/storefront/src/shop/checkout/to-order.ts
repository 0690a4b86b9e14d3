import type { PlaceOrder } from '../../api/place-order.ts';

/** The fields of the form, by the names that the API gives them: its errors find their field by it. */
export function toOrder(form: FormData): PlaceOrder {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    email: text('email'),
    shippingAddress: {
      name: text('shippingAddress.name'),
      line1: text('shippingAddress.line1'),
      city: text('shippingAddress.city'),
      postalCode: text('shippingAddress.postalCode'),
      country: text('shippingAddress.country'),
    },
    payment: { token: text('payment.token') },
  };
}
