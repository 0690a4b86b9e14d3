import { toProblem } from '@tradewind/service-defaults/edge';
import { expect, it } from 'vitest';
import { DemoGuard } from './demo-guard.ts';

it('lets everybody pass in the demo', () => {
  expect(new DemoGuard('demo').canActivate()).toBe(true);
});

it('answers anywhere else with a conflict that says what to do', () => {
  const refusal = (): unknown => {
    try {
      return new DemoGuard('production').canActivate();
    } catch (error) {
      return toProblem(error, undefined);
    }
  };
  expect(refusal()).toMatchObject({
    status: 409,
    code: 'FAULT.DEMO_ONLY',
    detail: expect.stringContaining('MODE=demo'),
  });
});
