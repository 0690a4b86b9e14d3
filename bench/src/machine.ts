import { cpus, platform, release, totalmem } from 'node:os';

/** One sentence about where the figures come from. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${memory} GiB, ${platform()} ${release()}, Node ${process.versions.node}; everything, the load included, on this one machine.`;
}
