import { relative } from 'node:path';
import type { RunningSystem } from './running-system.ts';

/** What to do now that everything runs. */
export function printBanner(system: RunningSystem, seconds: number): void {
  const { console, data } = system.context;
  const row = (label: string, value: string, note = ''): void =>
    console.line(
      `  ${label.padEnd(14)}${console.paint('bold', value)}${note && `  ${console.paint('dim', note)}`}`,
    );
  console.line();
  row('Shop', `${system.url}/`);
  row('Control room', system.opsUrl, 'you are signed in as the demo operator');
  row('API', `${system.url}/api/docs`);
  if (system.context.kafkaBrokers) row('Kafka', system.context.kafkaBrokers);
  row('Logs', relative(process.cwd(), data.logs) || data.logs);
  console.line();
  console.line(`  Ready after ${seconds.toFixed(1)} s. Ctrl-C stops everything; the data stays.`);
  console.line();
}
