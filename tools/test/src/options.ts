export interface TestOptions {
  specs: boolean;
  journeys: boolean;
  /** CI: a skipped test fails the run. */
  nothingSkipped: boolean;
  filters: string[];
  help: boolean;
}

export const HELP = `npm test [-- OPTIONS] [PATH…]

  Runs all tests: specs (unit, and integration on a real PostgreSQL), then the running system through HTTP and a browser.

  --specs           only the specs
  --journeys        only the running system
  --nothing-skipped a skipped test fails the run
  PATH…             only test files whose path contains one of these`;

/** @throws when an option is not known */
export function readOptions(args: readonly string[]): TestOptions {
  const known = new Set(['--specs', '--journeys', '--nothing-skipped', '--help']);
  const unknown = args.filter((arg) => arg.startsWith('--') && !known.has(arg));
  if (unknown.length > 0) throw new Error(`no such option: ${unknown.join(', ')} (--help lists them)`);
  const has = (name: string): boolean => args.includes(name);
  const only = has('--specs') || has('--journeys');
  return {
    specs: !only || has('--specs'),
    journeys: !only || has('--journeys'),
    nothingSkipped: has('--nothing-skipped'),
    filters: args.filter((arg) => !arg.startsWith('--')),
    help: has('--help'),
  };
}
