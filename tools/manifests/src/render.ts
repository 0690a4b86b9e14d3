import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import type { Program } from './find-tools.ts';
import { parseManifests, type Manifest } from './manifest.ts';
import { kubernetes } from './root.ts';
import { runProgram } from './run-program.ts';

export interface Rendered {
  text: string;
  manifests: Manifest[];
}

/** What would be applied: an overlay, with more components than its own. */
export async function render(
  { command, args }: Program,
  overlay: string,
  components: readonly string[] = [],
): Promise<Rendered> {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-kustomize-'));
  try {
    const to = (path: string) => relative(folder, join(kubernetes, path)).replaceAll(sep, '/');
    const kustomization = {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: namespaceOf(overlay),
      resources: [to(`overlays/${overlay}`)],
      components: components.map((it) => to(`components/${it}`)),
    };
    writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(kustomization));
    return await renderFolder({ command, args }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a folder's kustomization makes. @throws Error with kustomize's words */
export async function renderFolder({ command, args }: Program, folder: string): Promise<Rendered> {
  const { code, output, errors } = await runProgram(command, [...args, folder]);
  if (code !== 0) throw new Error(`kustomize: ${errors.trim()}`);
  return { text: output, manifests: parseManifests(output) };
}

/** Components of an overlay are put into its namespace, as if they were named in its own file. */
function namespaceOf(overlay: string): string {
  const file = join(kubernetes, 'overlays', overlay, 'kustomization.yaml');
  return (parse(readFileSync(file, 'utf8')) as { namespace: string }).namespace;
}
