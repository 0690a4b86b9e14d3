import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeSettings, type Setting } from '@tradewind/config';
import { format, resolveConfig } from 'prettier';
import { root } from './root.ts';

const BLOCK = /<!-- settings -->[\s\S]*?<!-- \/settings -->/;

/** Brings the settings table of every service's README up to date. @returns the READMEs that were not */
export async function updateSettingsTables(mode: 'check' | 'write'): Promise<string[]> {
  const stale: string[] = [];
  for (const name of readdirSync(join(root, 'apps'))) {
    const readme = join(root, 'apps', name, 'README.md');
    const config = join(root, 'apps', name, 'src', `${name}.config.ts`);
    if (!existsSync(readme) || !existsSync(config)) continue;
    const before = readFileSync(readme, 'utf8');
    const written = before.replace(
      BLOCK,
      `<!-- settings -->\n\n${await tableOf(config)}\n\n<!-- /settings -->`,
    );
    const after = await format(written, { ...(await resolveConfig(readme)), parser: 'markdown' });
    if (before === after && BLOCK.test(before)) continue;
    stale.push(`apps/${name}/README.md`);
    if (mode === 'write') writeFileSync(readme, after);
  }
  return stale;
}

interface Config {
  declarations: Record<string, Setting<unknown>>;
  /** Settings of the policies of single dependencies, where a service has several. */
  policyDeclarations?: Record<string, Setting<unknown>>[];
}

async function tableOf(config: string): Promise<string> {
  const { declarations, policyDeclarations = [] } = (await import(pathToFileURL(config).href)) as Config;
  const all = [declarations, ...policyDeclarations].flatMap((it) => describeSettings(it));
  const rows = all.map(
    ({ name, form, fallback, meaning }) =>
      `| \`${name}\` | ${form.replaceAll('|', '\\|')} | ${fallback} | ${meaning} |`,
  );
  return ['| setting | form | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
