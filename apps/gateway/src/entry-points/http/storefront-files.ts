import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError } from '@tradewind/kernel';

const YEAR = 31_536_000;

// Scripts, styles, pictures and fonts are the shop's own: nothing is loaded from anywhere else.
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

/** Serves the built storefront; every address that is no file is the app's own and gets its first page. */
export async function serveStorefront(fastify: FastifyInstance, directory: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    preCompressed: true,
    index: false,
    setHeaders: (response, path) => {
      // File names in assets/ carry a hash of their content: they never change.
      const lasting = /[/\\]assets[/\\]/.test(path);
      void response.header(
        'cache-control',
        lasting ? `public, max-age=${YEAR}, immutable` : 'public, max-age=3600',
      );
    },
  });
  const page = join(directory, 'index.html');
  fastify.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (/^\/(ops\/)?api(\/|$)/.test(path) || /\.[a-z0-9]{2,5}$/i.test(path)) {
      throw new AppError('not-found', 'ROUTE.NOT_FOUND', 'there is nothing here');
    }
    return sendPage(reply, await readFile(page, 'utf8'));
  });
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .send(html);
}
