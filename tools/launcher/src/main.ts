import { printBanner } from './banner.ts';
import { Failure } from './failure.ts';
import { helpText, parseOptions } from './options.ts';
import { onEndRequest } from './signals.ts';
import { startSystem, type RunningSystem } from './system.ts';

let system: RunningSystem | undefined;
const starting = new AbortController();

onEndRequest(
  () => void end(),
  () => void endNow(),
);

try {
  const { help, ...options } = parseOptions(process.argv.slice(2), process.env);
  if (help) console.log(helpText);
  else {
    console.log('\nTradewind\n');
    system = await startSystem({ ...options, signal: starting.signal });
    printBanner(system, process.uptime());
  }
} catch (error) {
  fail(error);
}

async function end(): Promise<void> {
  console.log('\nStopping everything (Ctrl-C again: at once) …');
  if (!system) return starting.abort(new Failure('Stopped while starting.'));
  await system.stop();
  console.log('Stopped.');
  process.exit(0);
}

async function endNow(): Promise<void> {
  await system?.stopNow();
  process.exit(0);
}

function fail(error: unknown): void {
  if (starting.signal.aborted) process.exit(0);
  console.error(error instanceof Failure ? `\n${error.message}` : error);
  process.exit(1);
}
