import { expect } from 'vitest';
import { it } from '../support/browser.ts';
it('opens', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toContain('Tradewind');
  await page.screenshot({ path: '/tmp/shot.png' });
});
