import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect } from 'vitest';
import { it } from '../support/browser.ts';
import { faultNamed } from '../support/faults.ts';
import { resetFaults } from '../support/operator.ts';

afterEach(resetFaults);

describe('the page of the fault switches', () => {
  it('throws a switch by keyboard, counts down, leads to the pattern, and turns all off', async ({
    page,
  }) => {
    await page.goto('/ops/faults?section=Recommendations');
    const slow = page.getByRole('switch', { name: 'Recommendation answers slowly' });
    await slow.waitFor();
    await page.getByLabel('recommendation answers slowly: how much').fill('20');
    await page.getByLabel('Each ends after').selectOption('1 minute');
    await slow.focus();
    await page.keyboard.press('Space');
    const row = page.getByRole('listitem').filter({ has: slow });
    await row.getByText(/^On for another \d+ s/).waitFor();
    const thrown = await faultNamed('recommendation-slow');
    expect(thrown).toMatchObject({ enabled: true, value: 20 });
    expect(Date.parse(thrown.expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(60_000);
    const first = await row.locator('time').textContent();
    await eventually(async () => expect(await row.locator('time').textContent()).not.toBe(first));

    await page.getByRole('button', { name: 'Turn all off (1)' }).click();
    await page.getByRole('button', { name: 'All are off' }).waitFor();
    expect(await faultNamed('recommendation-slow')).toMatchObject({ enabled: false });
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Resilience' }).waitFor();
  });

  it('says what an amount may be, and throws nothing else', async ({ page }) => {
    await page.goto('/ops/faults?section=Payment');
    const amount = page.getByLabel('payment fails now and then: how much');
    await amount.fill('500');
    await page.getByText('Give 1 to 100.').waitFor();
    await page.getByText('Payment fails now and then', { exact: true }).click();
    expect(await faultNamed('payment-failing')).toMatchObject({ enabled: false });
    await amount.fill('1');
    await page.getByText('Payment fails now and then', { exact: true }).click();
    await page.getByText(/^On for another/).waitFor();
    expect(await faultNamed('payment-failing')).toMatchObject({ enabled: true, value: 1 });
  });

  it('throws the switch of the process that was chosen', async ({ page }) => {
    await page.goto('/ops/faults?section=Databases');
    await page.getByLabel('which process: database slow').selectOption('cart');
    await page.getByLabel("cart's database is slow: how much").fill('5');
    await page.getByText("Cart's database is slow", { exact: true }).click();
    await page.getByText(/^On for another/).waitFor();
    expect(await faultNamed('cart-database-slow')).toMatchObject({ enabled: true, value: 5 });
    expect(await faultNamed('order-database-slow')).toMatchObject({ enabled: false });
  });

  it('says why a switch makes no sense here', async ({ page }) => {
    await page.goto('/ops/faults?section=Certificates');
    expect(await page.getByRole('switch').isDisabled()).toBe(true);
    await page.getByText(/^Not here: .*without TLS/).waitFor();
  });
});
