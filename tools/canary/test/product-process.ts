// One version of product: the real gRPC server and the real metrics, with answers as bad as the argument says.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { AppError } from '@tradewind/kernel';
import { createLogger, metrics } from '@tradewind/observability';
import { createRpcServer, implementation } from '@tradewind/rpc';

/** How bad a version is. */
export interface Badness {
  /** One call in so many fails; 0: none. */
  failsOneIn: number;
  /** Milliseconds that a call takes. */
  takes: number;
}

const { failsOneIn, takes } = JSON.parse(process.argv[2]!) as Badness;
let calls = 0;
const listCategories = async (): Promise<object> => {
  await wait(takes);
  if (failsOneIn > 0 && ++calls % failsOneIn === 0)
    throw new AppError('unavailable', 'DATABASE_UNAVAILABLE', 'on purpose');
  return { categories: [] };
};
const unused = async (): Promise<never> => Promise.reject(new Error('not tried here'));
const others = Object.fromEntries(Object.keys(ProductServiceService).map((name) => [name, unused]));
const { address } = await createRpcServer({
  address: '127.0.0.1:0',
  logger: createLogger('canary-test', 'silent'),
  services: [implementation(ProductServiceService, { ...others, listCategories } as never)],
});
const pages = createServer((_request, response) => {
  void metrics.text().then((text) => response.setHeader('content-type', metrics.contentType).end(text));
}).listen(0, '127.0.0.1', () => {
  process.send!({ address, metrics: `127.0.0.1:${(pages.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit());
