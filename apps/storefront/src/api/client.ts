import { noAnswer, toApiError } from './problem.ts';

type QueryValue = string | number | boolean | null | undefined;

/** `path` with the values that are there; empty ones are left out. */
export function withQuery(path: string, query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  return params.size === 0 ? path : `${path}?${params}`;
}

export function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return call<Answer>(path, { method: 'GET', signal: signal ?? null });
}

export function sendJson<Answer>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  if (body === undefined) return call<Answer>(path, { method, headers });
  return call<Answer>(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** @throws ApiError for every answer that is not 2xx, and for none at all. */
async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, withAccept(init)).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw noAnswer();
  });
  if (!response.ok) throw await toApiError(response);
  const body = await response.text();
  return (body === '' ? undefined : JSON.parse(body)) as Answer;
}

function withAccept(init: RequestInit): RequestInit {
  return { ...init, headers: { accept: 'application/json', ...init.headers } };
}
