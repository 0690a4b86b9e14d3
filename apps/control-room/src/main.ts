import { createLogger } from '@tradewind/observability';
import { bootEdge, ProblemFilter } from '@tradewind/service-defaults/edge';
import { readSettings } from './control-room.config.ts';
import { ControlRoomModule } from './control-room.module.ts';

/** A batch of spans may be large. */
const BODY_LIMIT = 8 * 1024 * 1024;

await bootEdge({
  name: 'control-room',
  settings: readSettings,
  module: (settings, logger) => ControlRoomModule.with(settings, logger),
  server: () => ({ bodyLimit: BODY_LIMIT }),
  http: (app, { logLevel }) => {
    app.useGlobalFilters(new ProblemFilter(createLogger('control-room', logLevel)));
  },
});
