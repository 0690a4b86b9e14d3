import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duration, secret, text, url } from '@tradewind/config';
import { policySettings } from '@tradewind/resilience';
import { checkAll } from './check-all.ts';
import type { Contract } from './contract.ts';
import { parseManifests, type Container, type Manifest, type PodSpec, type Spec } from './manifest.ts';

const ports = { grpc: 9_090, admin: 9_100 };
const drain = duration('DRAIN_MS', '', 4_000);

const waits = Object.values(
  policySettings('STOCK', { attempts: 2, attemptTimeout: 1_000, deadline: 2_500 }).declarations,
);

const contract: Contract = {
  apps: new Map([
    [
      'shop',
      {
        name: 'shop',
        ports,
        settings: [drain, text('STOCK_ADDRESS', ''), secret('SESSION_SECRET', ''), ...waits],
        maxOldSpace: 128,
      },
    ],
    ['stock', { name: 'stock', ports, settings: [drain, url('DATABASE_URL', '')], maxOldSpace: 128 }],
  ]),
  calls: [{ from: 'shop', to: 'stock', port: 9_090 }],
  entries: [{ request: { method: 'GET', path: '/api/stock' }, app: 'shop', dependencies: ['stock'] }],
};

const documented = new Map([
  ['shop-session', new Set(['secret'])],
  ['stock-database', new Set(['url'])],
]);

/** The good manifests, to be broken. */
export class Fixture {
  readonly manifests = parseManifests(readFileSync(join(import.meta.dirname, 'fixture.yaml'), 'utf8'));

  of(kind: string, name: string): Manifest {
    return this.manifests.find((it) => it.kind === kind && it.metadata.name === name)!;
  }

  spec = (kind: string, name: string): Spec => this.of(kind, name).spec!;

  pod = (name: string): PodSpec => this.spec('Deployment', name).template!.spec;

  app = (name: string): Container => this.pod(name).containers[0]!;

  settings = (): Record<string, string> => this.of('ConfigMap', 'shop-settings').data!;

  remove(kind: string, name: string): void {
    this.manifests.splice(this.manifests.indexOf(this.of(kind, name)), 1);
  }

  check = (): string[] => checkAll(this.manifests, contract, documented);
}

type Case = [what: string, breakIt: (it: Fixture) => unknown, ...findings: string[]];

/** Of each check: one thing is broken, all checks look, and nothing but this is found. */
export function findsExactly(cases: Readonly<Record<string, Case[]>>): void {
  it('finds nothing wrong with good manifests', () => {
    expect(new Fixture().check()).toEqual([]);
  });

  describe.each(Object.entries(cases))('%s', (_, ofCheck) => {
    it.each(ofCheck)('finds: %s', (_what, breakIt, ...findings) => {
      const fixture = new Fixture();
      breakIt(fixture);
      expect(fixture.check().toSorted()).toEqual(findings.toSorted());
    });
  });
}
