import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import { operate, operateReadModel, readModels } from './operator.ts';

/** A policy as the control room shows it. Numbers count since the process started. */
export interface Policy {
  service: string;
  dependency: string;
  policies: {
    breaker: { state: string } | null;
    bulkhead: { limit: number; inUse: number; queued: number } | null;
  };
  calls: { total: number; failed: number; retried: number; rejected: number };
}

export interface Messaging {
  service: string;
  /** Events in the outbox that the log does not have yet. */
  unpublished: number;
  waitingLetters: number;
}

/** What `service` does about its calls to `dependency`. */
export async function policyOf(service: string, dependency: string): Promise<Policy> {
  const { items } = await operate<{ items: Policy[] }>('/ops/api/resilience');
  const found = items.find((it) => it.service === service && it.dependency === dependency);
  if (!found) throw new Error(`${service} has no policy for ${dependency}`);
  return found;
}

export async function messagingOf(service: string): Promise<Messaging> {
  const { items } = await operate<{ items: Messaging[] }>('/ops/api/messaging');
  const found = items.find((it) => it.service === service);
  if (!found) throw new Error(`the messaging of ${service} cannot be seen`);
  return found;
}

/** Resident memory of a process, in MiB. */
export async function memoryOf(name: string): Promise<number> {
  const services = await operate<{ name: string; rssBytes: number }[]>('/ops/api/services');
  return services.find((it) => it.name === name)!.rssBytes / 1024 / 1024;
}

/** In how many rows a read model differs from what its events say. */
export async function differencesOf(name: string): Promise<number | null> {
  const find = async () => (await readModels()).find((model) => model.name === name)!;
  const done = () =>
    eventually(
      async () => {
        const { job } = await find();
        expect(['done', 'failed', undefined]).toContain(job?.state);
        return job;
      },
      { within: 30_000, every: 100 },
    );
  // The scheduled comparison may be at it.
  await done();
  await operateReadModel(await find(), 'verification');
  const job = await done();
  expect(job).toMatchObject({ kind: 'verification', state: 'done' });
  return job!.differences;
}

/** What a process counts or measures under this name, by the labels that it has besides. */
export async function seriesOf(service: string, name: string): Promise<{ labels: string; value: number }[]> {
  const text = await operate<string>(`/ops/api/metrics/${service}`);
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`))
    .map((line) => {
      const end = line.lastIndexOf(' ');
      return { labels: line.slice(name.length, end), value: Number(line.slice(end + 1)) };
    });
}
