import type { RouteObject } from 'react-router';
import { CataloguePage } from '../shop/catalogue/catalogue-page.tsx';
import { lazyPage } from './lazy-page.tsx';

/** The first page comes with the app; every other page is fetched when it is visited. */
export const shopRoutes: RouteObject[] = [
  { index: true, Component: CataloguePage },
  {
    path: 'products/:productId',
    ...lazyPage(async () => (await import('../shop/product/product-page.tsx')).ProductPage),
  },
  { path: 'cart', ...lazyPage(async () => (await import('../shop/cart/cart-page.tsx')).CartPage) },
  {
    path: 'checkout',
    ...lazyPage(async () => (await import('../shop/checkout/checkout-page.tsx')).CheckoutPage),
  },
  { path: 'orders', ...lazyPage(async () => (await import('../shop/orders/orders-page.tsx')).OrdersPage) },
  {
    path: 'orders/:orderId',
    ...lazyPage(async () => (await import('../shop/order/order-page.tsx')).OrderPage),
  },
  { path: '*', ...lazyPage(async () => (await import('../shop/not-found/not-found-page.tsx')).NotFoundPage) },
];
