import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSettings } from '@tradewind/config';
import type { policySettings, PolicySettings } from '@tradewind/resilience';
import { root } from './root.ts';

/** One dependency of one service, as its defaults have it. */
export interface ShopPolicy {
  service: string;
  dependency: string;
  settings: PolicySettings;
}

interface Place {
  /** Policies `service/dependency` that a call waits for, one after the other or in parallel. */
  waitsFor: readonly string[];
  /** Why the deadline may be shorter than all attempts in their full length. Undefined: it may not. */
  shortDeadline?: string;
}

/**
 * Who waits for whom. A saga, an event and a mail wait for nobody's answer, so order/inventory and order/payment are not behind
 * gateway/order: what bounds that call is the time that its shopper is willing to wait.
 */
export const PLACES: Readonly<Record<string, Place>> = {
  'gateway/product': { waitsFor: [] },
  'gateway/inventory': { waitsFor: [] },
  'gateway/recommendation': { waitsFor: [] },
  'gateway/cart': { waitsFor: ['cart/product'] },
  'gateway/order': {
    waitsFor: ['order/cart'],
    shortDeadline: 'an attempt lasts as long as its shopper waits; another follows only a quick failure',
  },
  'cart/product': { waitsFor: [] },
  'order/cart': { waitsFor: [] },
  'order/inventory': { waitsFor: [] },
  'order/payment': { waitsFor: ['payment/psp'] },
  'payment/psp': {
    waitsFor: [],
    shortDeadline: 'slow banks get one long attempt; another follows only a quick failure',
  },
  'notification/order': { waitsFor: [] },
  'control-room/watch': { waitsFor: [] },
};

type Policies = Record<string, ReturnType<typeof policySettings>>;

/** The policies of every service that has some, by its `policies` export, with their defaults. */
export async function shopPolicies(): Promise<ShopPolicy[]> {
  const found: ShopPolicy[] = [];
  for (const service of readdirSync(join(root, 'apps'))) {
    const file = join(root, 'apps', service, 'src', `${service}.config.ts`);
    if (!existsSync(file)) continue;
    const { policies = {} } = (await import(pathToFileURL(file).href)) as { policies?: Policies };
    for (const [dependency, { declarations, toPolicy }] of Object.entries(policies)) {
      found.push({ service, dependency, settings: toPolicy(loadSettings(service, declarations, {})) });
    }
  }
  return found.toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)));
}

export const nameOf = ({ service, dependency }: ShopPolicy): string => `${service}/${dependency}`;

/** The longest that all attempts can take, with the longest waits between them. */
export function longest({ attemptTimeout, retry }: PolicySettings): number {
  let total = attemptTimeout;
  for (let attempt = 1; attempt < retry.attempts; attempt++) {
    total += attemptTimeout + Math.min(retry.maximum, retry.initial * 2 ** (attempt - 1));
  }
  return total;
}

/** What is wrong with the timeouts: an outer one that is shorter than what it waits for. Empty when all is well. */
export function brokenTimeouts(
  policies: readonly ShopPolicy[],
  places: Readonly<Record<string, Place>>,
): string[] {
  const byName = new Map(policies.map((it) => [nameOf(it), it.settings]));
  const broken: string[] = [];
  for (const [name, { deadline, attemptTimeout, ...rest }] of byName) {
    const place = places[name];
    if (!place) {
      broken.push(`${name} has no place in the hierarchy: add it to PLACES`);
      continue;
    }
    const needed = place.shortDeadline ? attemptTimeout : longest({ deadline, attemptTimeout, ...rest });
    if (deadline < needed)
      broken.push(`${name}: its deadline ${deadline} is below ${needed}, which its attempts take`);
    for (const inner of place.waitsFor) {
      const behind = byName.get(inner)?.deadline ?? Infinity;
      if (attemptTimeout <= behind)
        broken.push(
          `${name}: an attempt of ${attemptTimeout} is not above the deadline ${behind} of ${inner}`,
        );
    }
  }
  const gone = Object.keys(places).filter((name) => !byName.has(name));
  return [...broken, ...gone.map((name) => `${name} is in PLACES, and no service has it`)];
}
