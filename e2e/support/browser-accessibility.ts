import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

const widths = [1440, 360];

// The themes change colours and nothing else, so at night only those are looked at again.
const themes: { name: 'light' | 'dark'; rules?: string[] }[] = [
  { name: 'light' },
  { name: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
];

/** Opens a page and says what is wrong with it, by day and by night, on a wide screen and on a narrow one. */
export async function findingsOn(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  return findingsNow(page);
}

/** The same for what is open already: a dialog, a menu. */
export async function findingsNow(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource());
  const found: string[] = [];
  for (const { name, rules } of themes) {
    await page.emulateMedia({ colorScheme: name });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${new URL(page.url()).pathname} ${name} ${width}:`;
      found.push(...(await look(page, rules)).map((finding) => `${where} ${finding}`));
    }
  }
  return found;
}

/** Everything that is fetched has arrived: no grey place-holder is left. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main h1') && !document.querySelector('main [class*="skeleton"]'),
  );
}

async function look(page: Page, rules: string[] | undefined): Promise<string[]> {
  return page.evaluate(async (only) => {
    const options: RunOptions = { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) };
    const { violations } = await axe.run(document, options);
    const tooWide = document.documentElement.scrollWidth - window.innerWidth;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      ...(tooWide > 0 ? [`scrolls sideways by ${tooWide} px`] : []),
    ];
  }, rules);
}

let source: Promise<string> | undefined;

const axeSource = (): Promise<string> =>
  (source ??= readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
