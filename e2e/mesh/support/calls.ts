import { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import { PaymentServiceService } from '@tradewind/contracts/payment/v1/payment';
import {
  ProductServiceService,
  SearchProductsResponse,
  SortOrder,
} from '@tradewind/contracts/product/v1/product';
import { RecommendationServiceService } from '@tradewind/contracts/recommendation/v1/recommendation';
import type { Job } from '../probe/probe.ts';
import { NAMESPACE } from './cluster.ts';
import type { Group } from './probes.ts';

interface Method<Request> {
  path: string;
  requestSerialize: (value: Request) => Buffer;
}

/** A gRPC call as a job for a probe. */
export const grpc = <Request>(
  host: string,
  method: Method<Request>,
  request: Request,
  more: Partial<Job> = {},
): Job => ({
  url: `http://${host}:9090${method.path}`,
  grpc: method.requestSerialize(request).toString('base64'),
  ...more,
});

export const search = (more: Partial<Job> = {}): Job =>
  grpc(
    'product',
    ProductServiceService.searchProducts,
    {
      query: 'lamp',
      category: '',
      inStockOnly: false,
      sort: SortOrder.UNSPECIFIED,
      pageSize: 3,
      pageToken: '',
    },
    more,
  );

/** The version of the search that answered: `v1` or `v2`; what else was said when none did. */
export function versionOf(group: Group): string {
  if (group.code !== '0') return `${group.status} ${group.code ?? ''} ${group.message ?? ''}`.trim();
  return SearchProductsResponse.decode(Buffer.from(group.body, 'base64')).searchVersion;
}

export const recommend = (more: Partial<Job> = {}): Job =>
  grpc(
    'recommendation',
    RecommendationServiceService.getRecommendations,
    { productId: 'none', limit: 4, algorithm: '' },
    more,
  );

export const stock = (more: Partial<Job> = {}): Job =>
  grpc('inventory', InventoryServiceService.batchGetStock, { productIds: ['none'] }, more);

export const payment = (more: Partial<Job> = {}): Job =>
  grpc('payment', PaymentServiceService.getPayment, { key: 'none' }, more);

/** An address as somebody in another namespace says it. */
export const outsideUrl = (service: string, port: number, path: string): string =>
  `http://${service}.${NAMESPACE}:${port}${path}`;

/** The first bytes of a connection, which the server answers before it knows who asks: SSLRequest, and ApiVersions. */
export const greetings = {
  postgres: { url: `tcp://postgres.${NAMESPACE}:5432`, body: base64([0, 0, 0, 8, 4, 210, 22, 47]) },
  kafka: {
    url: `tcp://kafka.${NAMESPACE}:9092`,
    body: base64([0, 0, 0, 12, 0, 18, 0, 0, 0, 0, 0, 1, 0, 2, 109, 116]),
  },
} satisfies Record<string, Job>;

function base64(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString('base64');
}
