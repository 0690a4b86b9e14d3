// Checks the structure of the repository, and that every rule can fail: npm run lint:structure
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { cruiseFolder } from './cruise-folder.ts';
import { rules } from './rules.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
let failed = 0;

const violations = await cruiseFolder(root, (name) => existsSync(join(root, name)));
for (const { rule, from, to } of violations) {
  console.error(
    `✗ ${rule.name}: ${from} → ${to}\n    ${rules.find((it) => it.name === rule.name)?.comment ?? ''}`,
  );
}
failed += violations.length;

for (const { name } of rules) {
  const folder = join(fixtures, name!);
  const broken = existsSync(folder)
    ? await cruiseFolder(folder, (entry) => readdirSync(folder).includes(entry))
    : [];
  const found = [...new Set(broken.map((it) => it.rule.name))];
  if (found.length === 1 && found[0] === name) continue;
  console.error(`✗ the rule ${name} does not bite: its fixture breaks [${found.join(', ')}]`);
  failed++;
}

if (failed > 0) process.exit(1);
console.log(`structure: ${rules.length} rules hold, and each is known to bite`);
