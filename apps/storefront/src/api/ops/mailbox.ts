import { queryOptions } from '@tanstack/react-query';
import { getJson, withQuery } from '../client.ts';
import { pace } from './list.ts';

export interface Mail {
  to: string;
  subject: string;
  body?: string;
  orderId: string;
  kind: string;
  at: string;
}

export function mailboxQuery(to: string) {
  return queryOptions({
    queryKey: ['ops', 'mailbox', to],
    queryFn: ({ signal }) => getJson<Mail[]>(withQuery('/ops/api/mailbox', { to }), signal),
    refetchInterval: pace.calm,
  });
}
