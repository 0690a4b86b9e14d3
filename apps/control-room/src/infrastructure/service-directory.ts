import { readFile } from 'node:fs/promises';
import { AppError } from '@tradewind/kernel';

/** A process as the launcher lists it. */
export interface DirectoryEntry {
  name: string;
  pid: number | null;
  status: string;
  adminUrl: string | null;
  restarts: number;
  startedAt: string | null;
  version: string | null;
}

/** Where the processes are: the file that the launcher keeps. */
export class ServiceDirectory {
  private readonly file: string | undefined;

  constructor(file: string | undefined) {
    this.file = file;
  }

  async entries(): Promise<DirectoryEntry[]> {
    if (this.file === undefined) return [];
    return (JSON.parse(await readFile(this.file, 'utf8')) as { services: DirectoryEntry[] }).services;
  }

  /** JSON of a page of a process's admin port. */
  async ask<T>(adminUrl: string, path: string, init: RequestInit = {}): Promise<T> {
    const answer = await fetch(new URL(path, adminUrl), { signal: AbortSignal.timeout(2_000), ...init });
    if (!answer.ok) throw new AppError('unavailable', 'ADMIN.NOT_OK', `${path} answered ${answer.status}`);
    return (await answer.json()) as T;
  }

  async text(service: string, path: string): Promise<string> {
    const entry = (await this.entries()).find((it) => it.name === service);
    if (!entry?.adminUrl)
      throw new AppError('unavailable', 'ADMIN.UNKNOWN', `${service} has no admin port here`);
    return (await fetch(new URL(path, entry.adminUrl), { signal: AbortSignal.timeout(2_000) })).text();
  }

  /** A page of every process that has an admin port, as text; who does not answer is left out. */
  async textOfAll(path: string): Promise<{ service: string; text: string }[]> {
    const names = (await this.entries()).filter((it) => it.adminUrl !== null).map(({ name }) => name);
    const answers = await Promise.allSettled(names.map((name) => this.text(name, path)));
    return answers.flatMap((it, index) =>
      it.status === 'fulfilled' ? [{ service: names[index]!, text: it.value }] : [],
    );
  }

  /** Asks every process that has an admin port; who does not answer is left out. */
  async askAll<T>(path: string): Promise<{ service: string; answer: T }[]> {
    const entries = (await this.entries()).filter((it) => it.adminUrl !== null);
    const answers = await Promise.allSettled(entries.map(({ adminUrl }) => this.ask<T>(adminUrl!, path)));
    return answers.flatMap((it, index) =>
      it.status === 'fulfilled' ? [{ service: entries[index]!.name, answer: it.value }] : [],
    );
  }
}
