import { faults } from '@tradewind/faults';
import { bootEdge } from '@tradewind/service-defaults/edge';
import { sufferFaults } from './entry-points/http/suffer-faults.ts';
import { readSettings } from './psp-simulator.config.ts';
import { PspSimulatorModule } from './psp-simulator.module.ts';

await bootEdge({
  name: 'psp-simulator',
  settings: readSettings,
  module: (settings, logger) => PspSimulatorModule.with(settings, logger),
  http: (app) => sufferFaults(app.getHttpAdapter().getInstance(), faults),
});
