import { QueryClient } from '@tanstack/react-query';
import { asApiError } from './problem.ts';

const patience = 2;

/** One per page load. Reads are tried again when that can help; writes never by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < patience && asApiError(error).passing,
        retryDelay: (failures, error) => (asApiError(error).retryAfter ?? 0.4 * 2 ** failures) * 1_000,
      },
      mutations: { retry: false },
    },
  });
}
