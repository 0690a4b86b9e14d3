// Builds the programs that the checks need, where Go is: node tools/manifests/src/install.ts
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strictSchemas } from './istio/schemas.ts';
import { runProgram, type Answer } from './run-program.ts';
import { ISTIO_VERSION, KUSTOMIZE_VERSION, places, STRICT_SOURCE } from './tools.config.ts';

/** Builds something unless it is there; whatever goes wrong is said and ends nothing: its tests are skipped then. */
async function get(name: string, file: string, build: () => Promise<Answer>): Promise<void> {
  if (existsSync(file)) return console.log(`${name}: there`);
  const began = Date.now();
  console.log(`${name}: building it …`);
  const { code, errors } = await build();
  if (code === 0) console.log(`${name}: there, after ${Math.round((Date.now() - began) / 1_000)} s`);
  else console.error(`${name}: could not be built:\n${errors.trim().slice(-1_500)}`);
}

mkdirSync(places.kustomizeFolder, { recursive: true });
await get('kustomize', places.kustomize, () =>
  runProgram('go', ['install', `sigs.k8s.io/kustomize/kustomize/v5@${KUSTOMIZE_VERSION}`], {
    environment: { GOBIN: places.kustomizeFolder, GOFLAGS: '-mod=mod', CGO_ENABLED: '0' },
  }),
);
await get("Kubernetes' types", places.strict, () =>
  runProgram('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', places.strict, '.'], {
    cwd: STRICT_SOURCE,
    environment: { GOFLAGS: '-mod=readonly', CGO_ENABLED: '0' },
  }),
);
await get("Istio's schemas", places.istioSchemas, async () => {
  const module = `istio.io/api@${ISTIO_VERSION}`;
  const answer = await runProgram('go', ['mod', 'download', '-json', module], { cwd: tmpdir() });
  if (answer.code !== 0) return answer;
  const { Dir } = JSON.parse(answer.output) as { Dir: string };
  const definitions = readFileSync(join(Dir, 'kubernetes', 'customresourcedefinitions.gen.yaml'), 'utf8');
  writeFileSync(places.istioSchemas, JSON.stringify(strictSchemas(definitions)));
  return answer;
});
