import { EventEmitter, once } from 'node:events';
import {
  HealthCheckResponse_ServingStatus as Status,
  HealthService,
} from '@tradewind/contracts/grpc/health/v1/health';
import { AppError } from '@tradewind/kernel';
import { implementation, type ServiceImplementation } from './implementation.ts';

interface Health {
  implementation: ServiceImplementation;
  setServing(serving: boolean): void;
}

/** The standard health service for the whole server (the service name `""`), which probes and proxies ask. */
export function createHealth(): Health {
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  let serving = true;
  const answer = () => ({ status: serving ? Status.SERVING : Status.NOT_SERVING });
  return {
    setServing(next) {
      serving = next;
      changes.emit('change');
    },
    implementation: implementation(HealthService, {
      check: async ({ service }) => {
        if (service !== '')
          throw new AppError('not-found', 'HEALTH.UNKNOWN_SERVICE', 'ask for the service ""');
        return answer();
      },
      watch: async function* (_request, signal) {
        while (!signal.aborted) {
          yield answer();
          await once(changes, 'change', { signal }).catch(() => {});
        }
      },
    }),
  };
}
