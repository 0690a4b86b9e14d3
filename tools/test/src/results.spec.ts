import { describe, expect, it, vi } from 'vitest';
import { printSummary, toResult, type JsonReport } from './results.ts';

const report: JsonReport = {
  numTotalTests: 3,
  testResults: [
    {
      name: 'a.spec.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'a works' },
        { status: 'failed', fullName: 'a breaks' },
        { status: 'skipped', fullName: 'a browser', meta: { skipReason: 'there is none' } },
      ],
    },
    { name: 'b.spec.ts', status: 'failed', message: 'cannot be loaded', assertionResults: [] },
  ],
};

describe('the summary of a test run', () => {
  it('counts a file that could not be loaded as a failure', () => {
    expect(toResult('x', 1, report)).toEqual({
      name: 'x',
      passed: 1,
      failed: 2,
      skipped: ['a browser: there is none'],
    });
  });

  it('never calls a run good that ended badly or ran nothing', () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    expect(toResult('x', 1, { numTotalTests: 0, testResults: [] }).failed).toBe(1);
    expect(printSummary([{ name: 'x', passed: 0, failed: 0, skipped: [] }], false)).toBe(1);
    expect(printSummary([{ name: 'x', passed: 1, failed: 0, skipped: ['y'] }], true)).toBe(1);
    expect(printSummary([{ name: 'x', passed: 1, failed: 0, skipped: ['y'] }], false)).toBe(0);
    vi.restoreAllMocks();
  });
});
