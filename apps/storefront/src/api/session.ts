import { queryOptions } from '@tanstack/react-query';
import { getJson } from './client.ts';

/** Who is here. A guest has neither name nor e-mail. */
export interface Session {
  signedIn?: boolean;
  name?: string | null;
  email?: string | null;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson<Session>('/api/me', signal),
  staleTime: 60_000,
  retry: false,
});
