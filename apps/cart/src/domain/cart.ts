import { AppError, multiplyMoney, sumMoney, type Money } from '@tradewind/kernel';

export interface CartItem {
  productId: string;
  sku: string;
  name: string;
  unitPrice: Money;
  imageUrl: string;
  quantity: number;
}

export type CartProduct = Omit<CartItem, 'quantity'>;

/** Items in the order in which they were added; all of one currency. */
export interface Cart {
  id: string;
  shopperId: string;
  items: readonly CartItem[];
  /** Grows by one with every change. */
  version: number;
}

const MOST_OF_ONE = 999;
const MOST_ITEMS = 50;

/** What an empty cart's total is counted in. */
const DEFAULT_CURRENCY = 'EUR';

/** Adds to the quantity that is there; name and price are renewed. */
export function addItem(cart: Cart, product: CartProduct, quantity: number): Cart {
  const known = cart.items.find(({ productId }) => productId === product.productId);
  const item = { ...product, quantity: limited((known?.quantity ?? 0) + quantity) };
  if (known)
    return changed(
      cart,
      cart.items.map((it) => (it === known ? item : it)),
    );
  if (cart.items.length >= MOST_ITEMS) throw tooManyItems();
  return changed(cart, [...cart.items, item]);
}

export function changeQuantity(cart: Cart, productId: string, quantity: number): Cart {
  const known = cart.items.find((item) => item.productId === productId);
  if (!known) throw new AppError('not-found', 'CART.ITEM_NOT_FOUND', 'this is not in the cart');
  if (known.quantity === limited(quantity)) return cart;
  return changed(
    cart,
    cart.items.map((it) => (it === known ? { ...it, quantity } : it)),
  );
}

/** Removing what is not there changes nothing. */
export function removeItem(cart: Cart, productId: string): Cart {
  const items = cart.items.filter((item) => item.productId !== productId);
  return items.length === cart.items.length ? cart : changed(cart, items);
}

export function clearCart(cart: Cart): Cart {
  return cart.items.length === 0 ? cart : changed(cart, []);
}

export function lineTotal({ unitPrice, quantity }: CartItem): Money {
  return multiplyMoney(unitPrice, quantity);
}

export function totalOf({ items }: Cart): Money {
  return sumMoney(items.map(lineTotal), items[0]?.unitPrice.currency ?? DEFAULT_CURRENCY);
}

function changed(cart: Cart, items: CartItem[]): Cart {
  const currencies = new Set(items.map(({ unitPrice }) => unitPrice.currency));
  if (currencies.size > 1) throw currencyMismatch([...currencies]);
  return { ...cart, items, version: cart.version + 1 };
}

function limited(quantity: number): number {
  if (quantity <= MOST_OF_ONE) return quantity;
  throw new AppError('refused', 'CART.QUANTITY_LIMIT', `at most ${MOST_OF_ONE} of one product fit in a cart`);
}

function tooManyItems(): AppError {
  return new AppError(
    'refused',
    'CART.TOO_MANY_ITEMS',
    `at most ${MOST_ITEMS} different products fit in a cart`,
  );
}

function currencyMismatch(currencies: string[]): AppError {
  const message = 'a cart holds prices of one currency';
  return new AppError('refused', 'CART.CURRENCY_MISMATCH', message, { details: { currencies } });
}
