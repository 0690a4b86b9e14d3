import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@tradewind/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheDoor } from './support/door.ts';
import { eventually, NAMESPACE, parseManifests, type Manifest } from './support/cluster.ts';
import { echo, mayAskEcho, startEcho, stopEcho } from './support/echo.ts';
import { asGateway, outside, sendOne, told, type Job } from './support/probes.ts';
import { sendMarked } from './support/refusals.ts';
import { inPlace, shipped } from './support/shipped.ts';

const script = join(import.meta.dirname, '../../deploy/istio/security/tokens/make-keys.mjs');
const folder = mkdtempSync(join(tmpdir(), 'tradewind-tokens-'));
const token = (name: string): string => readFileSync(join(folder, `${name}.jwt`), 'utf8');
/** The object that is shipped, with a key for the lab in the place of the provider's address. */
let authentication: Manifest;

const bearer = (name: string | undefined): Record<string, string> =>
  name === undefined ? {} : { authorization: `Bearer ${token(name)}` };
const asks = (path: string, name?: string): Job => atTheDoor(path, { headers: bearer(name) });
const answer = async (path: string, name?: string): Promise<string> =>
  told(await sendOne(outside, asks(path, name)));

const OPERATORS = '/ops/api/services';
const SHOPPERS = '/api/products';

beforeAll(async () => {
  await run('node', [script, folder]);
  authentication = parseManifests(readFileSync(join(folder, 'request-authentication.json'), 'utf8'))[0]!;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('tokens of operators', () => {
  it('are needed with the right claim at the operators’ interface, and checked everywhere', async () => {
    await inPlace([authentication, ...shipped('security/jwt/policy.yaml')], async () => {
      await eventually(async () =>
        expect([await answer(OPERATORS), await answer(OPERATORS, 'expired')]).toEqual(['403', '401']),
      );
      const table: [string | undefined, string, string][] = [
        ['operator', '200', '200'],
        ['shopper', '403', '200'],
        [undefined, '403', '200'],
        ['expired', '401', '401'],
        ['foreign', '401', '401'],
        ['other-issuer', '401', '401'],
      ];
      const seen = await Promise.all(
        table.map(async ([name]) => [name, await answer(OPERATORS, name), await answer(SHOPPERS, name)]),
      );
      expect(seen).toEqual(table);

      const calls = await Promise.all(
        [undefined, 'shopper', 'foreign'].map((name) =>
          sendMarked(outside, 'gateway', asks(OPERATORS, name)),
        ),
      );
      const details = await Promise.all(calls.map(async ({ line }) => (await line()).details));
      const policy = `ns[${NAMESPACE}]-policy[operators-only]`;
      expect(details).toEqual([
        `rbac_access_denied_matched_policy[${policy}-rule[0]]`,
        `rbac_access_denied_matched_policy[${policy}-rule[1]]`,
        'jwt_authn_access_denied{Jwt_verification_fails}',
      ]);
    });
    await eventually(async () => expect(await answer(OPERATORS)).toBe('200'));
  });
});

describe('the callee', () => {
  beforeAll(startEcho);
  afterAll(stopEcho);

  const bodyOf = async (headers: Record<string, string>): Promise<string> => {
    const answer = await sendOne(asGateway, { url: echo.url, headers });
    expect(told(answer)).toBe('200');
    return answer.body;
  };
  const headersAt = async (headers: Record<string, string>): Promise<Record<string, string>> =>
    JSON.parse(await bodyOf(headers)) as Record<string, string>;

  it('gets the token and its claims, and no claim that somebody made up', async () => {
    const there = structuredClone(authentication);
    there.spec!['selector'] = { matchLabels: { 'app.kubernetes.io/name': echo.name } };
    const made = { 'x-operator': 'mallory', 'x-operator-role': 'operator' };
    await inPlace([there, mayAskEcho], async () => {
      await eventually(async () =>
        expect(await headersAt({ ...bearer('shopper'), ...made })).toMatchObject({
          ...bearer('shopper'),
          'x-operator': 'anna',
          'x-operator-role': 'shopper',
        }),
      );
      const without = await headersAt(made);
      expect([without['x-operator'], without['x-operator-role']]).toEqual([undefined, undefined]);
    });
  });
});
