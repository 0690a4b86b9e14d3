export interface BenchOptions {
  orders: boolean;
  /** Seconds of each load. */
  seconds: number;
  port: number;
  write: boolean;
  help: boolean;
}

export const HELP = `npm run bench [-- OPTIONS]

  Measures the whole system on this machine: time to the first page, memory of all processes, orders per second and their
  latency, transactions and CPU per order.

  --starts      only start times and memory
  --seconds N   length of each load (default 10)
  --write       write docs/benchmarks.md`;

/** @throws when an option is not known */
export function readOptions(args: readonly string[]): BenchOptions {
  const at = args.indexOf('--seconds');
  const seconds = at < 0 ? 10 : Number(args[at + 1]);
  const rest = at < 0 ? args : args.filter((_arg, index) => index !== at && index !== at + 1);
  const unknown = rest.filter((arg) => !['--starts', '--write', '--help'].includes(arg));
  if (unknown.length > 0) throw new Error(`no such option: ${unknown.join(', ')} (--help lists them)`);
  if (!(seconds > 0)) throw new Error('--seconds takes a number above 0');
  const has = (name: string): boolean => args.includes(name);
  return { orders: !has('--starts'), seconds, port: 38_080, write: has('--write'), help: has('--help') };
}
