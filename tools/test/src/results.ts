interface JsonAssertion {
  status: string;
  fullName: string;
  /** Vitest keeps a skip's reason here. */
  meta?: { skipReason?: string };
}

export interface JsonReport {
  numTotalTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: JsonAssertion[] }[];
}

export interface Result {
  name: string;
  passed: number;
  failed: number;
  skipped: string[];
}

/** A file that could not even be loaded has no test that failed: it counts as one. */
export function toResult(name: string, status: number, report: JsonReport): Result {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const count = (wanted: string): number => tests.filter((test) => test.status === wanted).length;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = count('failed') + broken.length;
  const skipped = tests.filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status));
  return {
    name,
    passed: count('passed'),
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: skipped.map(
      (test) => `${test.fullName}${test.meta?.skipReason ? `: ${test.meta.skipReason}` : ''}`,
    ),
  };
}

/** @returns the exit code */
export function printSummary(results: readonly Result[], nothingSkipped: boolean): number {
  const sum = (value: (result: Result) => number): number =>
    results.reduce((total, it) => total + value(it), 0);
  const skipped = results.flatMap((result) => result.skipped);
  for (const line of skipped) console.log(`skipped: ${line}`);
  const [passed, failed] = [sum((it) => it.passed), sum((it) => it.failed)];
  if (nothingSkipped && skipped.length > 0) console.log('a test was skipped, which is not allowed here');
  console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0 || passed === 0 || (nothingSkipped && skipped.length > 0) ? 1 : 0;
}
