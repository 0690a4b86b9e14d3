// npm run cluster -- up | down | status | forward | install: see HELP.
import { down, forward, status, up } from './commands.ts';
import { installPrograms } from './install.ts';
import { HELP, readOptions, type ClusterOptions } from './options.ts';
import { Failure } from './run.ts';

const commands: Record<ClusterOptions['command'], (options: ClusterOptions) => Promise<void>> = {
  up,
  down,
  status,
  forward,
  install: () => installPrograms((text) => console.log(text)),
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await commands[options.command](options);
} catch (error) {
  console.error(error instanceof Failure ? `\n${error.message}` : error);
  process.exitCode = 1;
}
