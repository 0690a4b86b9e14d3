import type { Priority } from '@tradewind/resilience';

/** What a request is for, as far as protection treats it differently. */
export type Endpoint = 'order' | 'cart' | 'stream' | 'browse';

/** Undefined: not protected. @param route as declared, such as `/api/orders/:orderId` */
export function endpointOf(method: string, route: string): Endpoint | undefined {
  if (!route.startsWith('/api/') || /^\/api\/(docs|openapi)/.test(route)) return undefined;
  if (route.endsWith('/events')) return 'stream';
  if (route.startsWith('/api/orders')) return method === 'POST' ? 'order' : 'cart';
  return route.startsWith('/api/cart') ? 'cart' : 'browse';
}

/** Who pays comes first, then who is about to, then who looks around. */
export function priorityOf(endpoint: Endpoint): Priority {
  if (endpoint === 'order') return 'critical';
  return endpoint === 'browse' ? 'low' : 'normal';
}
