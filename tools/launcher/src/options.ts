import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from './failure.ts';
import { repository } from './paths.ts';
import type { Bus } from './system.ts';

export interface Options {
  readonly port: number;
  readonly dataDirectory: string;
  readonly fresh: boolean;
  readonly bus: Bus;
  readonly build: boolean;
  readonly help: boolean;
}

export const helpText = `Starts the whole system: npm start -- [options]

  --fresh          begin anew: delete databases, logs and secrets first
  --bus kafka      Kafka as event log instead of PostgreSQL: the brokers of KAFKA_BROKERS,
                   else one from Docker, else one on Java 17 and Maven
  --no-build       run what is in dist/ even when the sources are newer
  --help           this text

  PORT=8080              the shop's port; everything else listens on the ports after it
  TRADEWIND_DATA=folder  where data lives (.tradewind)
  KAFKA_BROKERS=host:port,…  Kafka brokers that run already, for --bus kafka
  KAFKA_NAMESPACE=text       put before topics and groups, when others use those brokers, too`;

const known = {
  fresh: { type: 'boolean' },
  bus: { type: 'string' },
  build: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Throws a `Failure` that names what is wrong with the command line or the environment. */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const { tokens } = parseArgs({
    args: [...args],
    options: known,
    strict: false,
    allowNegative: true,
    tokens: true,
  });
  const wrong = tokens.find(
    (token) => token.kind === 'positional' || (token.kind === 'option' && !(token.name in known)),
  );
  if (wrong)
    throw new Failure(`Unknown option ${args[wrong.index]}. Known: --fresh, --bus, --no-build, --help.`);
  const { values } = parseArgs({ args: [...args], options: known, strict: false, allowNegative: true });
  const bus = parseBus(values.bus);
  return {
    port: parsePort(environment['PORT']),
    dataDirectory: resolve(repository, environment['TRADEWIND_DATA'] || '.tradewind'),
    fresh: values.fresh === true,
    bus,
    build: values.build !== false,
    help: values.help === true,
  };
}

function parseBus(bus: unknown): Bus {
  if (bus === undefined || bus === 'postgres') return 'postgres';
  if (bus === 'kafka') return bus;
  throw new Failure(`--bus ${bus === true ? '' : `${bus} `}is not possible: "postgres" or "kafka".`);
}

function parsePort(text: string | undefined): number {
  if (!text) return 8080;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_400) return port;
  throw new Failure(`PORT=${text} is not a port: give a number from 1 to 65400.`);
}
