// Writes what the documentation has from the code (npm run docs), or checks it and all links (npm run docs:check).
import { checkLinks } from './check-links.ts';
import { updateBlocks } from './generated-blocks.ts';
import { updateSettingsTables } from './settings-tables.ts';

const checking = process.argv.includes('--check');
const mode = checking ? 'check' : 'write';
const stale = [...(await updateSettingsTables(mode)), ...(await updateBlocks(mode))];
const broken = checkLinks();

for (const file of checking ? stale : [])
  console.error(`✗ ${file}: what is made from the code is not what the code says (npm run docs writes it)`);
for (const { file, link } of broken) console.error(`✗ ${file}: ${link} leads nowhere`);
if (broken.length > 0 || (checking && stale.length > 0)) process.exit(1);
console.log(
  checking
    ? 'documentation: what is made from the code, and links, are in order'
    : `documentation: ${stale.length} file(s) written`,
);
