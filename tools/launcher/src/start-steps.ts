import { ensureDatabases } from '@tradewind/database/ensure-databases';
import { ensureBuilt, requireBuilt } from './build.ts';
import { emptyDataFolder } from './data-folder.ts';
import { Failure } from './failure.ts';
import { chooseKafka } from './kafka/choose-kafka.ts';
import { endLeftovers } from './leftovers.ts';
import { listMigrations, migrateAll } from './migrations.ts';
import { builtProgram } from './paths.ts';
import { choosePorts } from './ports.ts';
import { ensureCluster } from './postgres/cluster.ts';
import { choosePlace, removeOutside } from './postgres/place.ts';
import { serverRecipe } from './postgres/server.ts';
import { RunningSystem, type SystemParts } from './running-system.ts';
import { Secrets } from './secrets.ts';
import { needsSeed, seed } from './seed.ts';
import type { Steps } from './steps.ts';
import { startInOrder } from './supervisor/fleet.ts';
import { eventLogDatabase } from './topology.ts';

const list = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(', ');

/** Everything that needs no process of ours: a clean field, ports, programs. */
export async function prepare(
  parts: Omit<SystemParts, 'ports' | 'secrets' | 'kafka' | 'kafkaBrokers'>,
  steps: Steps,
): Promise<RunningSystem> {
  const { options, topology, data } = parts;
  const programs = topology.processes.map(({ name, entry }) => entry ?? builtProgram(name));
  const clear = async (): Promise<string> => {
    const ended = await endLeftovers(data, [...programs, data.kafka]);
    if (options.fresh) for (const empty of [emptyDataFolder, removeOutside]) empty(data);
    return list([
      options.fresh && 'data deleted',
      ended.length > 0 && `ended what was left: ${ended.join(', ')}`,
    ]);
  };
  await steps.run('Checks', clear, (detail) => detail);
  const ports = await choosePorts(topology, options.port);
  const kafka = await chooseKafka(parts, ports, steps);
  const buildable = topology.processes.some(({ entry }) => entry === undefined);
  if (options.build === false || !buildable) requireBuilt(programs);
  else
    await steps.run(
      'Build',
      () => ensureBuilt(programs, options.signal),
      (built) => (built ? '' : 'up to date'),
    );
  const secrets = new Secrets(data.secretsFile);
  return new RunningSystem({ ...parts, ports, secrets, kafka, kafkaBrokers: kafka?.brokers });
}

export async function startDatabase(system: RunningSystem, steps: Steps): Promise<void> {
  await steps.run(
    'PostgreSQL',
    () => startServer(system),
    (detail) => detail,
  );
  await steps.run(
    'Databases',
    () => makeDatabases(system),
    (detail) => detail,
  );
}

async function startServer(system: RunningSystem): Promise<string> {
  const { data, ports, secrets, options } = system.context;
  const place = choosePlace(data);
  const made = await ensureCluster(place, secrets.get('role:postgres'), options.signal);
  await system.startServer(
    serverRecipe({ place, port: ports.postgres, logFile: data.logFile('postgresql') }),
  );
  return list([made && 'new', place.note]);
}

/** @throws Failure when it is about the password */
function explainPassword(error: unknown): never {
  if ((error as { code?: string }).code !== '28P01') throw error;
  throw new Failure(
    'The database does not accept the password in secrets.json: restore that file, or start with --fresh.',
  );
}

async function makeDatabases({ context }: RunningSystem): Promise<string> {
  const { topology, secrets, ports } = context;
  // Replicas share a database.
  const names = new Set([...topology.processes.flatMap(({ database }) => database ?? []), eventLogDatabase]);
  const wanted = [...names].map((name) => ({ name, password: secrets.get(`role:${name}`) }));
  const adminUrl = secrets.roleUrl('postgres', 'postgres', ports.postgres);
  const made = await ensureDatabases(adminUrl, wanted).catch(explainPassword);
  const urlOf = (name: string): string => secrets.roleUrl(name, name, ports.postgres);
  const applied = await migrateAll(listMigrations(topology), urlOf);
  return list([made.length > 0 && `${made.length} new`, applied > 0 && `${applied} migrations applied`]);
}

export async function startProcesses({ context, members }: RunningSystem, steps: Steps): Promise<void> {
  const { data, ports, options } = context;
  const seedable = ports.has('product', 'grpc') && ports.has('inventory', 'grpc');
  await steps.run(`${members.length} processes`, () => startInOrder(members));
  if (!seedable || !needsSeed(data)) return;
  await steps.run(
    'Products and stock',
    () => seed(data, ports, options.signal),
    () => 'first start',
  );
}
