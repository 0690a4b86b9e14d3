import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from './replace-file.ts';

/** Passwords and keys of this data folder: random, made when first asked for, kept in a file that only its owner reads. */
export class Secrets {
  readonly #file: string;
  readonly #values: Record<string, string>;

  constructor(file: string) {
    this.#file = file;
    this.#values = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  }

  get(name: string): string {
    const known = this.#values[name];
    if (known !== undefined) return known;
    const made = randomBytes(24).toString('base64url');
    this.#values[name] = made;
    replaceFile(this.#file, `${JSON.stringify(this.#values, null, 2)}\n`, 0o600);
    return made;
  }

  roleUrl(role: string, database: string, port: number): string {
    return `postgres://${role}:${this.get(`role:${role}`)}@127.0.0.1:${port}/${database}`;
  }
}
