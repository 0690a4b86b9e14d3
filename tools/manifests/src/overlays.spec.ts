import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { documentedSecrets } from './checks/references.ts';
import { checkAll } from './check-all.ts';
import { combinations } from './combinations.ts';
import { readContract } from './contract.ts';
import { findKustomize, findStrict, type Program } from './find-tools.ts';
import { environmentOf, ofKind, workloads } from './read.ts';
import { readPlatform } from './istio/platform.ts';
import { render, type Rendered } from './render.ts';
import { kubernetes } from './root.ts';
import { runProgram } from './run-program.ts';

const kustomize = await findKustomize();
const strict = findStrict();
const contract = await readContract();
const platform = readPlatform();
const documented = documentedSecrets(readFileSync(join(kubernetes, 'README.md'), 'utf8'));

if ('missing' in kustomize) it('overlays are rendered', skipBecause(kustomize.missing));
else describe.each(combinations)('overlay $overlay with $components', (it) => specsOf(kustomize, it));

if ('missing' in strict) it("manifests fit Kubernetes' own types", skipBecause(strict.missing));
else it("Kubernetes' own types know a field that is not there", () => findsUnknownField(strict));

/** The reason is also in the summary of `npm test`, once. */
function skipBecause(why: string): (context: TestContext) => void {
  return ({ task, skip }) => {
    Object.assign(task.meta, { skipReason: why });
    skip(why);
  };
}

function specsOf(program: Program, { overlay, components }: (typeof combinations)[number]): void {
  let rendering: Promise<Rendered> | undefined;
  const rendered = (): Promise<Rendered> => (rendering ??= render(program, overlay, components));

  it('has nothing wrong with it', async () => {
    const { manifests } = await rendered();
    expect(checkAll(manifests, contract, documented, platform)).toEqual([]);
    const apps = workloads(manifests).map(({ app }) => app);
    expect(apps).toEqual(expect.arrayContaining([...contract.apps.keys(), 'migrate']));
  });

  if (!('missing' in strict))
    it("fits Kubernetes' own types", async () => {
      expect(await readStrictly(strict, (await rendered()).text)).toEqual('');
    });

  it('is in a namespace of its own that refuses what is not restricted', async () => {
    const { manifests } = await rendered();
    const [namespace] = ofKind(manifests, 'Namespace');
    const label = 'pod-security.kubernetes.io/enforce';
    expect(namespace!.metadata.labels).toMatchObject({ [label]: 'restricted' });
    const places = manifests.filter(({ kind }) => kind !== 'Namespace').map((it) => it.metadata.namespace);
    expect(new Set(places)).toEqual(new Set([namespace!.metadata.name]));
  });

  it('can be broken by demo switches in development and in the mesh to try only', async () => {
    const { manifests } = await rendered();
    const modes = workloads(manifests)
      .filter(({ app }) => contract.apps.has(app))
      .map(({ pod }) => environmentOf(pod.containers[0]!, manifests).get('MODE'));
    const mode = { literal: ['development', 'mesh'].includes(overlay) ? 'demo' : 'production' };
    expect(modes).toEqual(modes.map(() => mode));
  });
}

/** @returns what does not fit, in Kubernetes' words */
async function readStrictly({ command, args }: Program, input: string): Promise<string> {
  const { code, output, errors } = await runProgram(command, args, { input });
  if (code !== 0) throw new Error(errors);
  return output;
}

async function findsUnknownField(program: Program): Promise<void> {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: order }\nspec: { selectors: { a: b } }\n';
  expect(await readStrictly(program, service)).toContain('unknown field "spec.selectors"');
}
