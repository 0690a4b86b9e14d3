import { createLogger } from '@tradewind/observability';
import { bootEdge, ProblemFilter } from '@tradewind/service-defaults/edge';
import { createProtection } from './entry-points/http/protection/create-protection.ts';
import { protect } from './entry-points/http/protection/protect.ts';
import { ShopperSession } from './entry-points/http/session/shopper-session.ts';
import { keepRouting } from './entry-points/http/keep-routing.ts';
import { proxyControlRoom } from './entry-points/http/control-room-proxy.ts';
import { serveStorefront } from './entry-points/http/storefront-files.ts';
import { trustProxies } from './entry-points/http/trust-proxies.ts';
import { readSettings } from './gateway.config.ts';
import { GatewayModule, SHARED_LIMITS, type SharedLimits } from './gateway.module.ts';

await bootEdge({
  name: 'gateway',
  settings: readSettings,
  module: (settings, logger) => GatewayModule.with(settings, logger),
  server: ({ trustedProxies }) => ({ bodyLimit: 64 * 1024, trustProxy: trustProxies(trustedProxies) }),
  http: async (app, settings) => {
    const { controlRoomUrl, storefrontDirectory, logLevel } = settings;
    const fastify = app.getHttpAdapter().getInstance();
    const { store } = app.get<SharedLimits>(SHARED_LIMITS);
    protect(fastify as never, { ...createProtection(settings, store), session: app.get(ShopperSession) });
    keepRouting(fastify as never);
    app.useGlobalFilters(new ProblemFilter(createLogger('gateway', logLevel)));
    if (controlRoomUrl) proxyControlRoom(fastify as never, controlRoomUrl);
    if (storefrontDirectory) await serveStorefront(fastify as never, storefrontDirectory);
  },
});
