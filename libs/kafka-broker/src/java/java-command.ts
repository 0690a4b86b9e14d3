import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Java } from './find-java.ts';

export interface JavaBroker {
  java: Java;
  /** The folder with the broker's libraries. */
  libraries: string;
  /** Settings, data and logs of this broker. */
  directory: string;
  /** Writes the class archive as it ends. */
  dump?: boolean;
}

export const propertiesFile = (directory: string): string => join(directory, 'server.properties');
export const loggingFile = (directory: string): string => join(directory, 'log4j2.properties');
export const dataFolder = (directory: string): string => join(directory, 'data');

/** The classes in the form in which this Java maps them into memory: half the CPU of a start. */
export const classArchive = ({ libraries, java }: JavaBroker): string =>
  `${libraries}-java-${java.version}.jsa`;
export const newClassArchive = (directory: string): string => join(directory, 'classes.jsa');

/** Arguments of `java` for one of the broker's programs. */
export function javaArguments(broker: JavaBroker, main: 'kafka.Kafka' | 'kafka.tools.StorageTool'): string[] {
  const archive = classArchive(broker);
  const server = main === 'kafka.Kafka';
  const dump = broker.dump ? [`-XX:ArchiveClassesAtExit=${newClassArchive(broker.directory)}`] : [];
  return [
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    ...(existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`] : dump),
    server ? '-Xmx256m' : '-Xmx128m',
    ...(server ? ['-Xms64m', `-Dlog4j2.configurationFile=${loggingFile(broker.directory)}`] : []),
    '-cp',
    join(broker.libraries, '*'),
    main,
  ];
}
