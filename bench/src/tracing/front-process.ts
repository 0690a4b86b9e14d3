// The edge of the pair: one HTTP route that calls the other process over gRPC. Arguments: what `Pair` has, as JSON.
import { Client, credentials } from '@grpc/grpc-js';
import { CartServiceService, type Cart, type GetCartRequest } from '@tradewind/contracts/cart/v1/cart';
import { createLogger } from '@tradewind/observability';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';
import { traceRequests } from '@tradewind/service-defaults/trace-requests';
import fastify, { type FastifyInstance } from 'fastify';
import { endWithParent, tellParent } from '../parts/child.ts';
import { answerMeters } from './meters.ts';
import { pairOf } from './modes.ts';
import { traceOurWay } from './our-tracing.ts';

type GetCart = (request: GetCartRequest) => Promise<Cart>;
const { mode, address } = pairOf();

function ours(app: FastifyInstance): GetCart {
  traceOurWay('front');
  traceRequests(app, createLogger('bench', 'silent'));
  const policy = createPolicy('cart', {
    ...{ deadline: 5_000, attemptTimeout: 5_000, retry: { attempts: 1, initial: 1, maximum: 1 } },
    breaker: { failureRate: 1, minimumCalls: 1e9, window: 10_000, openFor: 1 },
    bulkhead: { limit: 1_000, queue: 0 },
  });
  const client = createRpcClient(CartServiceService, address!, policy);
  return (request) => client.getCart(request);
}

function plain(): GetCart {
  const client = new Client(address!, credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = CartServiceService.getCart;
  return (request) =>
    new Promise((resolve, reject) =>
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, cart) =>
        error ? reject(error) : resolve(cart!),
      ),
    );
}

const app = fastify();
const getCart = mode.kind === 'ours' ? ours(app) : plain();
app.get('/carts/:id', async (request) => {
  const { id } = await getCart({ shopperId: (request.params as { id: string }).id });
  return { id };
});
await app.listen({ host: '127.0.0.1', port: 0 });
answerMeters();
endWithParent(() => app.close());
tellParent({ port: (app.server.address() as { port: number }).port });
