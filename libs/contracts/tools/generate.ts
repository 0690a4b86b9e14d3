// Writes src/generated from proto/. Runs offline: buf and the generator are npm packages.
import { rmSync } from 'node:fs';
import { run } from './run.ts';

rmSync(new URL('../src/generated', import.meta.url), { recursive: true, force: true });
run('buf', ['generate']);
console.log('contracts: generated from proto/');
