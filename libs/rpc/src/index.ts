export { createRpcClient, type RpcClient } from './client.ts';
export { implementation, type Implementation, type ServiceImplementation } from './implementation.ts';
export { fromServiceError, toServiceError } from './error-status.ts';
export { routingKey, routingOf, withRouting, type Routing } from './routing.ts';
export { createRpcServer, type RpcServer } from './server.ts';
