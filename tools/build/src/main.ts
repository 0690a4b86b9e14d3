// Bundles processes: node tools/build/src/main.ts --all | --programs | order inventory …
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleService } from './bundle-service.ts';
import { bundleStorefront } from './bundle-storefront.ts';
import { generatePrisma } from './generate-prisma.ts';
import { root } from './root.ts';

const known = readdirSync(join(root, 'apps')).filter((name) =>
  existsSync(join(root, 'apps', name, 'package.json')),
);
/** Programs that run once, beside the apps, where there are only containers. */
const programs = ['migrate', 'seed'];
const wanted = process.argv.slice(2);

if (wanted.length === 0 || wanted.includes('--help')) {
  console.log(
    'node tools/build/src/main.ts --all | --programs | [--prisma] NAME…\n  bundles to dist/apps/NAME; names: ' +
      known.join(', ') +
      `\n  --programs bundles ${programs.join(' and ')} to dist/programs/NAME`,
  );
  process.exit(0);
}
const unknown = wanted.filter((name) => !name.startsWith('--') && !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such app: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}

if (wanted.includes('--programs')) {
  await Promise.all(
    programs.map((name) =>
      bundleService(name, {
        folder: join(root, 'tools', name),
        output: join(root, 'dist/programs', name),
      }),
    ),
  );
  process.exit(0);
}

const named = wanted.filter((name) => !name.startsWith('--'));
const names = named.length > 0 ? named : known;
const began = performance.now();
await generatePrisma(names);
if (!wanted.includes('--prisma')) {
  const services = names.filter((name) => name !== 'storefront');
  const storefront = names.includes('storefront') ? bundleStorefront() : Promise.resolve();
  await Promise.all([storefront, ...services.map((name) => bundleService(name))]);
}
console.log(`built ${names.length} app(s) in ${((performance.now() - began) / 1000).toFixed(1)} s`);
