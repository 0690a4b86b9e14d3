import type { ChildProcess } from 'node:child_process';
import { answers } from './answers.ts';
import type { Listeners } from './broker-settings.ts';
import { prepareContainer, startContainer } from './docker/start-container.ts';
import type { Source } from './find-source.ts';
import { prepareDirectory } from './java/format.ts';
import { startJava } from './java/start-java.ts';

/** How a broker is started, asked and ended, for whoever supervises it. */
export interface BrokerRecipe {
  /** What its clients are told. */
  readonly brokers: string;
  /** Settings, and a formatted data folder; once before the first start. */
  prepare(): Promise<void>;
  spawn(): ChildProcess;
  /** Whether it answers requests. */
  probe(): Promise<boolean>;
  /** Asks it to end cleanly. */
  askToEnd(child: ChildProcess): void;
}

interface BrokerOptions extends Listeners {
  /** Absolute path of its settings and data; made when missing. */
  directory: string;
  logFile: string;
}

/** A broker of our own from Docker or Java. It ends when the process that started it ends. */
export function brokerRecipe(
  source: Exclude<Source, { kind: 'given' }>,
  options: BrokerOptions,
): BrokerRecipe {
  const { directory, port, logFile } = options;
  const common = { brokers: `127.0.0.1:${port}`, probe: () => answers(port) };
  if (source.kind === 'docker') {
    return {
      ...common,
      prepare: async () => prepareContainer(directory),
      spawn: () => startContainer(directory, options, logFile),
      askToEnd: (child) => void child.kill('SIGTERM'),
    };
  }
  const broker = { ...source, directory };
  return {
    ...common,
    prepare: () => prepareDirectory(broker, options),
    spawn: () => startJava(broker, logFile),
    askToEnd: (child) => void child.kill('SIGTERM'),
  };
}
