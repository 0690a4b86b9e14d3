// Fails when the contracts break a rule, break a published version, or differ from what is generated.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documentFile, generateDocument } from './asyncapi/write-document.ts';
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
if (readFileSync(documentFile, 'utf8') !== (await generateDocument())) {
  console.error(
    'contracts: docs/asyncapi.json is not what the contracts say (npm run contracts:generate writes it).',
  );
  process.exit(1);
}
console.log('contracts: lint, breaking changes, generated code and docs/asyncapi.json are in order');
