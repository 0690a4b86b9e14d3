/** A browser's worth of memory, and its patience: a broken connection and an answer that says "not now" are tried again. */
export class HttpShopper {
  #cookie = '';
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** @throws when there is no answer within `limit` milliseconds */
  async once(
    path: string,
    init: RequestInit = {},
    limit = 8_000,
  ): Promise<{ status: number; body: unknown }> {
    const headers = { ...(init.headers as Record<string, string>), cookie: this.#cookie };
    if (init.body) Object.assign(headers, { 'content-type': 'application/json' });
    const signal = AbortSignal.timeout(limit);
    const response = await fetch(new URL(path, this.#url), { ...init, headers, signal });
    const [given] = response.headers.getSetCookie();
    if (given) this.#cookie = given.split(';')[0]!;
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
  }

  /** Asks until it is answered by anything but "not now"; undefined when that takes longer than `patience` milliseconds. */
  async patiently(
    path: string,
    init: RequestInit = {},
    patience = 30_000,
  ): Promise<{ status: number; body: unknown } | undefined> {
    const end = Date.now() + patience;
    for (let pause = 50; Date.now() < end; pause = Math.min(pause * 2, 500)) {
      const answer = await this.once(path, init).catch(() => undefined);
      if (answer && !isNotNow(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return undefined;
  }
}

/** The shop cannot serve at the moment, or the first request with this key is still running. A "no" is an answer. */
function isNotNow({ status, body }: { status: number; body: unknown }): boolean {
  if (status === 409) return (body as { code?: string }).code === 'IDEMPOTENCY.KEY_IN_USE';
  return status === 429 || status >= 500;
}
