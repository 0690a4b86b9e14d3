import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { howToGetABrowser, startBrowser } from './browser-install.ts';
import { shopUrl } from './shop.ts';

/** What a page may not do on a journey: complain, fail to load something, or ask a stranger. */
export interface Watched {
  page: Page;
  troubles: string[];
}

/** A test with a `page` of its own, like a fresh browser; without any browser on the machine it is skipped. */
export const it = test
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await startBrowser();
    if (!browser) console.warn(howToGetABrowser);
    onCleanup(() => browser?.close());
    return browser;
  })
  .extend('page', async ({ browser, skip }, { onCleanup }) => {
    if (!browser) return skip(howToGetABrowser);
    const { page, troubles } = await openPage(browser);
    onCleanup(async () => {
      await page.context().close();
      expect(troubles).toEqual([]);
    });
    return page;
  });

/** A page without any memory: no cookie, nothing stored. */
async function openPage(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: shopUrl,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  return { page: await context.newPage(), troubles: watch(context) };
}

function watch(context: BrowserContext): string[] {
  const troubles: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => troubles.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(shopUrl).origin)
      troubles.push(`another origin: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    // Whoever leaves a page ends what it was still fetching or following; that is no failure.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') troubles.push(`${why}: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return troubles;
}
