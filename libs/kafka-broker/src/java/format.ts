import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokerSettings, CLUSTER_ID, type Listeners } from '../broker-settings.ts';
import { runProgram } from '../run-program.ts';
import { dataFolder, javaArguments, loggingFile, propertiesFile, type JavaBroker } from './java-command.ts';

const FORMAT_LIMIT = 60_000;

const LOGGING = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %-5p %c{1}: %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
logger.server.name = kafka.server.KafkaRaftServer
logger.server.level = info
`;

/** Writes the settings anew (ports may have changed) and formats an empty data folder; a broker's data is left alone. */
export async function prepareDirectory(broker: JavaBroker, listeners: Listeners): Promise<void> {
  const { directory } = broker;
  await mkdir(directory, { recursive: true });
  const settings = Object.entries(brokerSettings(listeners, dataFolder(directory).replaceAll('\\', '/')));
  await writeFile(propertiesFile(directory), settings.map(([key, value]) => `${key}=${value}\n`).join(''));
  await writeFile(loggingFile(directory), LOGGING);
  if (existsSync(join(dataFolder(directory), 'meta.properties'))) return;
  const args = ['format', '-t', CLUSTER_ID, '-c', propertiesFile(directory)];
  const program = javaArguments(broker, 'kafka.tools.StorageTool');
  const { code, output } = await runProgram('java', [...program, ...args], { limit: FORMAT_LIMIT });
  if (code !== 0)
    throw new Error(`Kafka could not format ${dataFolder(directory)}:\n${output.trim().slice(-2_000)}`);
}
