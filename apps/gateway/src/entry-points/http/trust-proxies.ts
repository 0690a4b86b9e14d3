/**
 * Whose word on a caller's address is taken: the `proxies` that are nearest (X-Forwarded-For, from its end). For Fastify's `trustProxy`.
 * Source: RFC 7239, section 8.1, on what a caller can make up.
 */
export const trustProxies =
  (proxies: number) =>
  (_address: string, hop: number): boolean =>
    hop < proxies;
