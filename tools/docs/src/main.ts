// Writes what the documentation has from the code (npm run docs), or checks it and all links (npm run docs:check).
import { checkLinks } from './check-links.ts';
import { updateSettingsTables } from './settings-tables.ts';

const checking = process.argv.includes('--check');
const stale = await updateSettingsTables(checking ? 'check' : 'write');
const broken = checkLinks();

for (const file of checking ? stale : [])
  console.error(`✗ ${file}: the settings table is not what the code says (npm run docs writes it)`);
for (const { file, link } of broken) console.error(`✗ ${file}: ${link} leads nowhere`);
if (broken.length > 0 || (checking && stale.length > 0)) process.exit(1);
console.log(
  checking
    ? 'documentation: tables and links are in order'
    : `documentation: ${stale.length} table(s) written`,
);
