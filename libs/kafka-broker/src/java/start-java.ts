import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { guard } from '../guard.ts';
import { javaArguments, propertiesFile, type JavaBroker } from './java-command.ts';

/** Starts the broker in a directory that has been prepared; what it prints goes to the log file. */
export function startJava(broker: JavaBroker, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn('java', [...javaArguments(broker, 'kafka.Kafka'), propertiesFile(broker.directory)], {
    cwd: broker.directory,
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32', // Ctrl-C must not end the broker before its clients
    windowsHide: true,
  });
  closeSync(log);
  guard(child);
  return child;
}
