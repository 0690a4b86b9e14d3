import { expect, it, vi } from 'vitest';
import { logAccess } from './access-log.ts';

const answered = { status: 200, milliseconds: 1.5, traceId: 't', spanId: 's' };

function levelOf(method: string, route: string, status = 200): string {
  const logger = { debug: vi.fn(), info: vi.fn() };
  logAccess(logger as never, { ...answered, method, route, status });
  return logger.info.mock.calls.length === 1 ? 'info' : 'debug';
}

it.each([
  ['POST', '/api/orders', 202, 'info'],
  ['GET', '/api/products/:productId', 200, 'info'],
  ['POST', '/ops/api/sagas/:orderId/retry', 202, 'info'],
  ['GET', '/ops/api/services', 200, 'debug'],
  ['GET', '/ops/api/services', 503, 'info'],
  ['GET', '/*', 304, 'debug'],
  ['GET', '/assets/index.js', 200, 'debug'],
  ['POST', '/v1/traces', 200, 'debug'],
  ['POST', '/v1/traces', 400, 'info'],
])('%s %s answered with %d is logged at %s', (method, route, status, level) => {
  expect(levelOf(method, route, status)).toBe(level);
});

it('has the request as fields', () => {
  const logger = { debug: vi.fn(), info: vi.fn() };
  const request = { ...answered, method: 'GET', route: '/api/cart' };
  logAccess(logger as never, request);
  expect(logger.info).toHaveBeenCalledWith({ access: true, ...request }, 'GET /api/cart 200');
});
