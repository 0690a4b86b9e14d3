import { useEffect, useMemo, useRef, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useNavigate } from 'react-router';
import type { Cart } from '../../api/cart.ts';
import { usePlaceOrder } from '../../api/place-order.ts';
import { asApiError } from '../../api/problem.ts';
import { AddressFields } from './address-fields.tsx';
import styles from './checkout.module.css';
import { keepDraft, readDraft } from './draft.ts';
import { fieldMessages } from './field-messages.ts';
import { OrderSummary } from './order-summary.tsx';
import { PaymentChoice } from './payment-choice.tsx';
import { PlaceOrderProblem } from './place-order-problem.tsx';
import { toOrder } from './to-order.ts';

export function CheckoutForm({ cart }: { cart: Cart }) {
  const navigate = useNavigate();
  const [draft] = useState(readDraft);
  const place = usePlaceOrder(`${cart.id}@${cart.version}`);
  const errors = useMemo(() => fieldMessages(asApiError(place.error).fields), [place.error]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusFirstError(form.current, errors), [errors]);
  const submit = (typed: FormData) => {
    const order = toOrder(typed);
    keepDraft(order);
    place.mutate(order, { onSuccess: ({ orderId }) => void navigate(`/orders/${orderId}`) });
  };
  return (
    <Form
      ref={form}
      className={styles.form}
      validationErrors={errors}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <div className={styles.fields}>
        <AddressFields draft={draft} />
        <PaymentChoice />
      </div>
      <OrderSummary cart={cart}>
        {place.error && <PlaceOrderProblem error={place.error} />}
        <button type="submit" className="button primary large" disabled={place.isPending}>
          {place.isPending ? 'Placing the order' : 'Place the order'}
        </button>
      </OrderSummary>
    </Form>
  );
}

/** The keyboard goes to what needs another look. */
function focusFirstError(form: HTMLFormElement | null, errors: Record<string, string[]>): void {
  const name = Object.keys(errors)[0];
  if (name) form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
}
