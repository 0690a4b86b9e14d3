// Fails when the contracts break a rule, break a published version, or differ from the generated code.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const generated = fileURLToPath(new URL('../src/generated', import.meta.url));
const before = mkdtempSync(join(tmpdir(), 'tradewind-contracts-'));

run('buf', ['lint']);
run('buf', ['breaking', '--against', 'baseline.binpb']);
cpSync(generated, before, { recursive: true });
run('buf', ['generate']);
try {
  execFileSync('git', ['diff', '--no-index', '--stat', '--exit-code', before, generated], {
    stdio: 'inherit',
  });
} catch {
  console.error(
    'contracts: src/generated was not what proto/ says; it is now. Commit it (npm run contracts:generate).',
  );
  process.exit(1);
} finally {
  rmSync(before, { recursive: true, force: true });
}
console.log('contracts: lint, breaking changes and generated code are in order');
