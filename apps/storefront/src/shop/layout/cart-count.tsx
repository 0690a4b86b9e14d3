import { useQuery } from '@tanstack/react-query';
import { cartQuery } from '../../api/cart.ts';
import { countOf } from '../../api/cart-change.ts';
import { counted } from '../../format/words.ts';

/** How much is in the cart; announced when it changes. */
export function CartCount({ className }: { className?: string | undefined }) {
  const { data: cart } = useQuery(cartQuery);
  const count = countOf(cart);
  return (
    <span aria-live="polite" aria-atomic="true">
      {cart && (
        <>
          <span className="visually-hidden">{counted(count, 'item')}</span>
          <span className={className} aria-hidden="true" data-empty={count === 0}>
            {count}
          </span>
        </>
      )}
    </span>
  );
}
