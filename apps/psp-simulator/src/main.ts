import { bootEdge } from '@tradewind/service-defaults/edge';
import { readSettings } from './psp-simulator.config.ts';
import { PspSimulatorModule } from './psp-simulator.module.ts';

await bootEdge({
  name: 'psp-simulator',
  settings: readSettings,
  module: (settings, logger) => PspSimulatorModule.with(settings, logger),
});
