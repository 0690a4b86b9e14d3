import type { ComposeFile } from '../compose-file.ts';

const SECRET = /PASSWORD|SECRET|TOKEN|_KEY$/;
/** `${NAME}` or `${NAME:?message}`, and no default. */
const REFERENCE = /^\$\{\w+(?::\?[^}]*)?\}$/;

/** Secrets that are written in the file, or have a default that works. */
export const writtenSecrets = ({ services }: ComposeFile): string[] =>
  Object.entries(services).flatMap(([service, { environment = {} }]) =>
    Object.entries(environment)
      .filter(([name, value]) => secretsOf(name, String(value)).some((it) => !REFERENCE.test(it)))
      .map(([name]) => `${service}: ${name} must come from the environment, without a default`),
  );

function secretsOf(name: string, value: string): string[] {
  if (SECRET.test(name)) return [value];
  const [, password] = /^\w+:\/\/[^:/]+:(.*)@[^@]*$/.exec(value) ?? [];
  return password === undefined ? [] : [password];
}
