import { runProgram } from '../run-program.ts';

export interface Java {
  /** Such as `17.0.15`. */
  version: string;
}

const OLDEST = 17;

/** The machine's Java, when it is new enough and there is a Maven to get the broker with; else what is missing. */
export async function findJava(): Promise<Java | { missing: string }> {
  const [java, maven] = await Promise.all([
    runProgram('java', ['-version']),
    runProgram('mvn', ['--version']),
  ]);
  const version = /version "([^"]+)"/.exec(java.output)?.[1];
  if (java.code !== 0 || !version) return { missing: 'no Java' };
  if (Number.parseInt(version, 10) < OLDEST) return { missing: `Java ${version} is older than ${OLDEST}` };
  if (maven.code !== 0) return { missing: 'no Maven' };
  return { version };
}
