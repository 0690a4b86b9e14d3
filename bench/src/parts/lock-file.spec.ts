import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

it('what is measured beside ours stands in the lock file: npm ci refuses to install it otherwise', () => {
  const { dependencies } = read('package.json') as { dependencies: Record<string, string> };
  const { packages } = read('package-lock.json') as {
    packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
  };
  expect(packages['']!.dependencies).toEqual(dependencies);
  for (const [name, version] of Object.entries(dependencies))
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
});
