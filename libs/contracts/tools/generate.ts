// Writes src/generated and docs/asyncapi.json from proto/. Runs offline: buf and the generator are npm packages.
import { rmSync, writeFileSync } from 'node:fs';
import { documentFile, generateDocument } from './asyncapi/write-document.ts';
import { run } from './run.ts';

rmSync(new URL('../src/generated', import.meta.url), { recursive: true, force: true });
run('buf', ['generate']);
writeFileSync(documentFile, await generateDocument());
console.log('contracts: generated from proto/, docs/asyncapi.json too');
