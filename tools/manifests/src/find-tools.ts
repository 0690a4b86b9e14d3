import { existsSync, readFileSync } from 'node:fs';
import type { Schemas } from './istio/schemas.ts';
import { runProgram } from './run-program.ts';
import { places } from './tools.config.ts';

export interface Program {
  command: string;
  args: readonly string[];
}

/** A program to start, or one line that says what is missing and how to get it. */
type Found = Program | { missing: string };

const INSTALL = 'with Go 1.26, `node tools/manifests/src/install.ts` builds it (2 minutes, once)';

/** The pinned kustomize that was built, the machine's own, or the one in kubectl: version 5, as components need it. */
export async function findKustomize(): Promise<Found> {
  if (existsSync(places.kustomize)) return { command: places.kustomize, args: ['build'] };
  const [own, kubectl] = await Promise.all([
    runProgram('kustomize', ['version']),
    runProgram('kubectl', ['version', '--client']),
  ]);
  if (/^v5\./.test(own.output)) return { command: 'kustomize', args: ['build'] };
  if (/Kustomize Version: v5\./.test(kubectl.output)) return { command: 'kubectl', args: ['kustomize'] };
  return { missing: `no kustomize 5 here: ${INSTALL}; kubectl 1.27 or later has one, too` };
}

/** The program that reads manifests into Kubernetes' own types. */
export function findStrict(): Found {
  if (existsSync(places.strict)) return { command: places.strict, args: [] };
  return { missing: `no Kubernetes types here: ${INSTALL}` };
}

/** Strict schemas of Istio's kinds, from its own definitions. */
export function findIstioSchemas(): Schemas | { missing: string } {
  if (existsSync(places.istioSchemas))
    return JSON.parse(readFileSync(places.istioSchemas, 'utf8')) as Schemas;
  return { missing: `no schemas of Istio here: ${INSTALL}` };
}
