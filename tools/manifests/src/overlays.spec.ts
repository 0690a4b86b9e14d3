import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentedSecrets } from './checks/references.ts';
import { checkAll } from './check-all.ts';
import { combinations } from './combinations.ts';
import { readContract } from './contract.ts';
import { findKustomize, findStrict } from './find-tools.ts';
import { environmentOf, ofKind, workloads } from './read.ts';
import { render, type Rendered } from './render.ts';
import { kubernetes } from './root.ts';
import { runProgram } from './run-program.ts';

const kustomize = await findKustomize();
const strict = findStrict();
const contract = await readContract();
const documented = documentedSecrets(readFileSync(join(kubernetes, 'README.md'), 'utf8'));

describe.each(combinations)('overlay $overlay with $components', ({ overlay, components }) => {
  let rendering: Promise<Rendered> | undefined;
  const rendered = async (skip: (why: string) => never): Promise<Rendered> => {
    if ('missing' in kustomize) return skip(kustomize.missing);
    rendering ??= render(kustomize, overlay, components);
    return rendering;
  };

  it('has nothing wrong with it', async ({ skip }) => {
    const { manifests } = await rendered(skip);
    expect(checkAll(manifests, contract, documented)).toEqual([]);
    const apps = workloads(manifests).map(({ app }) => app);
    expect(apps).toEqual(expect.arrayContaining([...contract.apps.keys(), 'migrate']));
  });

  it("fits Kubernetes' own types", async ({ skip }) => {
    if ('missing' in strict) return skip(strict.missing);
    const { text } = await rendered(skip);
    const { code, output, errors } = await runProgram(strict.command, strict.args, { input: text });
    expect({ code, output, errors }).toEqual({ code: 0, output: '', errors: '' });
  });

  it('is in a namespace of its own that refuses what is not restricted', async ({ skip }) => {
    const { manifests } = await rendered(skip);
    const [namespace] = ofKind(manifests, 'Namespace');
    expect(namespace!.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
    const places = manifests.filter(({ kind }) => kind !== 'Namespace').map((it) => it.metadata.namespace);
    expect(new Set(places)).toEqual(new Set([namespace!.metadata.name]));
  });

  it('can be broken by demo switches in development only', async ({ skip }) => {
    const { manifests } = await rendered(skip);
    const modes = workloads(manifests)
      .filter(({ app }) => contract.apps.has(app))
      .map(({ pod }) => environmentOf(pod.containers[0]!, manifests).get('MODE'));
    expect(new Set(modes.map((it) => JSON.stringify(it)))).toEqual(
      new Set([JSON.stringify({ literal: overlay === 'development' ? 'demo' : 'production' })]),
    );
  });
});

it("Kubernetes' own types know a field that is not there", async ({ skip }) => {
  if ('missing' in strict) return skip(strict.missing);
  const input = 'apiVersion: v1\nkind: Service\nmetadata: { name: order }\nspec: { selectors: { a: b } }\n';
  const { output } = await runProgram(strict.command, strict.args, { input });
  expect(output).toContain('unknown field "spec.selectors"');
});
