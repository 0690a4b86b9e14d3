import { CartCheckedOut } from './generated/tradewind/cart/v1/cart_events.ts';
import {
  StockCommitted,
  StockLevelChanged,
  StockReleased,
  StockReserved,
} from './generated/tradewind/inventory/v1/inventory_events.ts';
import { NotificationSent } from './generated/tradewind/notification/v1/notification_events.ts';
import {
  OrderCancelled,
  OrderConfirmed,
  OrderPlaced,
  OrderRejected,
  OrderShipped,
} from './generated/tradewind/order/v1/order_events.ts';
import {
  PaymentAuthorized,
  PaymentCaptured,
  PaymentDeclined,
  PaymentRefunded,
  PaymentVoided,
} from './generated/tradewind/payment/v1/payment_events.ts';
import { PriceChanged, ProductUpserted } from './generated/tradewind/product/v1/product_events.ts';

/** Every event type on the log: its wire name, which never changes, and the message that its data is (proto3 JSON). */
export const eventCatalogue = {
  'tradewind.product.v1.product-upserted': ProductUpserted,
  'tradewind.product.v1.price-changed': PriceChanged,
  'tradewind.inventory.v1.stock-reserved': StockReserved,
  'tradewind.inventory.v1.stock-released': StockReleased,
  'tradewind.inventory.v1.stock-committed': StockCommitted,
  'tradewind.inventory.v1.stock-level-changed': StockLevelChanged,
  'tradewind.cart.v1.cart-checked-out': CartCheckedOut,
  'tradewind.order.v1.order-placed': OrderPlaced,
  'tradewind.order.v1.order-confirmed': OrderConfirmed,
  'tradewind.order.v1.order-rejected': OrderRejected,
  'tradewind.order.v1.order-cancelled': OrderCancelled,
  'tradewind.order.v1.order-shipped': OrderShipped,
  'tradewind.payment.v1.payment-authorized': PaymentAuthorized,
  'tradewind.payment.v1.payment-captured': PaymentCaptured,
  'tradewind.payment.v1.payment-voided': PaymentVoided,
  'tradewind.payment.v1.payment-refunded': PaymentRefunded,
  'tradewind.payment.v1.payment-declined': PaymentDeclined,
  'tradewind.notification.v1.notification-sent': NotificationSent,
} as const;

export type EventType = keyof typeof eventCatalogue;

/** The data of an event type: `EventPayload<'tradewind.order.v1.order-placed'>` is `OrderPlaced`. */
export type EventPayload<Type extends EventType> = ReturnType<(typeof eventCatalogue)[Type]['fromJSON']>;

export const EVENT_TYPES = Object.keys(eventCatalogue) as EventType[];

export function isEventType(text: string): text is EventType {
  return Object.hasOwn(eventCatalogue, text);
}
