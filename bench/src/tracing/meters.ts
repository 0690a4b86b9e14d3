import { tellParent } from '../parts/child.ts';

export interface Meters {
  /** Microseconds of CPU that the process has spent so far. */
  cpu: number;
  rssBytes: number;
}

/** In the child: says what it has used whenever it is asked. */
export function answerMeters(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    tellParent({ cpu: user + system, rssBytes: process.memoryUsage.rss() } satisfies Meters);
  });
}
