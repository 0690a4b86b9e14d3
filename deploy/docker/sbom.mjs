// What is in each bundle, as CycloneDX 1.6: node deploy/docker/sbom.mjs FOLDER… writes FOLDER/*/sbom.cdx.json.
// Read from the bundle's source map: it lists what is in the file, and not what was installed to make it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

for (const parent of process.argv.slice(2)) {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    const found = new Map(mapsOf(folder).flatMap((map) => packagesOf(folder, map)));
    const components = [...found].sort(([one], [other]) => one.localeCompare(other)).map(([, it]) => it);
    const metadata = { component: { type: 'application', name: `tradewind/${name}` } };
    const sbom = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata, components };
    writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  }
}

function mapsOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.map'));
  return files.map((file) => join(folder, file));
}

/** Pairs of `name@version` and the component. */
function packagesOf(folder, map) {
  const { sources } = JSON.parse(readFileSync(map, 'utf8'));
  return sources.flatMap((source) => {
    const [, before, name] = /^(.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)\//.exec(source ?? '') ?? [];
    const manifest = name && resolve(folder, before, name, 'package.json');
    if (!manifest || !existsSync(manifest)) return [];
    const { version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
    const licenses = typeof license === 'string' ? [{ expression: license }] : undefined;
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    return [[`${name}@${version}`, { type: 'library', name, version, purl, licenses }]];
  });
}
