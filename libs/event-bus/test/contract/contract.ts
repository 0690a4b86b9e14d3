import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { backlog } from './backlog.ts';
import { openCase, type Case, type Cases } from './bench.ts';
import { failures } from './failures.ts';
import { groups } from './groups.ts';
import { order } from './order.ts';
import { outages } from './outages.ts';
import { payloads } from './payloads.ts';
import type { ContractServer } from './server.ts';

const chapters: [string, Cases][] = [
  ['the order', order],
  ['what is stored', payloads],
  ['a group', groups],
  ['a handler', failures],
  ['an outage', outages],
  ['a backlog', backlog],
];

/** What every event log promises, said once: the same cases for each, on a real server that is hurt. */
export function describeContract(name: string, openServer: () => Promise<ContractServer>): void {
  describe(`${name} as event log`, { timeout: 150_000 }, () => {
    let server: ContractServer;
    let current: Case & { close(): Promise<void> };

    beforeAll(async () => {
      server = await openServer();
    }, 90_000);
    afterAll(() => server.close());
    beforeEach(async () => {
      current = await openCase(server);
    });
    afterEach(() => current.close());

    for (const [chapter, cases] of chapters) describe(chapter, () => cases(() => current));
  });
}
