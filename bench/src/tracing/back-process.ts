// The called service of the pair: one gRPC method that answers at once. Arguments: what `Pair` has, as JSON.
import { Server, ServerCredentials, type sendUnaryData } from '@grpc/grpc-js';
import { Cart, CartServiceService } from '@tradewind/contracts/cart/v1/cart';
import { createLogger } from '@tradewind/observability';
import { createRpcServer, implementation } from '@tradewind/rpc';
import { endWithParent, tellParent } from '../parts/child.ts';
import { answerMeters } from './meters.ts';
import { pairOf } from './modes.ts';
import { traceOurWay } from './our-tracing.ts';

const cart = Cart.fromJSON({ id: 'c' });

async function ours(): Promise<string> {
  traceOurWay('back');
  const unused = async (): Promise<never> => Promise.reject(new Error('not measured'));
  const handlers = Object.fromEntries(Object.keys(CartServiceService).map((name) => [name, unused]));
  const { address } = await createRpcServer({
    address: '127.0.0.1:0',
    logger: createLogger('bench', 'silent'),
    services: [implementation(CartServiceService, { ...handlers, getCart: async () => cart } as never)],
  });
  return address;
}

async function plain(): Promise<string> {
  const server = new Server();
  const getCart = (_call: unknown, answer: sendUnaryData<Cart>): void => answer(null, cart);
  server.addService({ getCart: CartServiceService.getCart }, { getCart });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return `127.0.0.1:${port}`;
}

const address = await (pairOf().mode.kind === 'ours' ? ours() : plain());
answerMeters();
endWithParent(async () => {});
tellParent({ address });
