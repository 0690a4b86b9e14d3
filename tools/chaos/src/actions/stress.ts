import type { Action, Breakage } from './action.ts';
import { somePod } from './pods.ts';

// The images have no shell, but they have Node: it runs in the app's own container, so that its limits hold for both. It ends
// when its time is over, whatever becomes of whoever started it.
const untilTheEnd = (milliseconds: number): string =>
  `process.stdin.resume().on('end', () => process.exit()); setTimeout(() => process.exit(), ${milliseconds});`;

/** Burns processors in the container. */
export const stressProcessor: Action = (breakage) => {
  const { workers } = breakage.experiment.settings.stressors!.cpu!;
  const burn = `for (let i = 0; i < ${workers}; i++) new (require('worker_threads').Worker)('for (;;);', { eval: true });`;
  return runInPod(breakage, burn, `${workers} processor`);
};

/** Takes memory in the container, and keeps it. */
export const stressMemory: Action = (breakage) => {
  const megabytes = Number.parseInt(breakage.experiment.settings.stressors!.memory!.size, 10);
  const take = `globalThis.taken = Buffer.alloc(${megabytes * 1_000_000}, 1);`;
  return runInPod(breakage, take, `${megabytes} MB`);
};

async function runInPod(breakage: Breakage, code: string, what: string): Promise<void> {
  const { kubectl, experiment, later, say, duration } = breakage;
  const pod = await somePod(kubectl, experiment.service);
  // Longer than it is looked at: it is ended before, by closing its input.
  const script = untilTheEnd(duration + 30_000) + code;
  const running = kubectl.start(['exec', pod, '--container=app', '--stdin', '--', '/bin/node', '-e', script]);
  later(`nothing: it ends by itself ${Math.round(duration / 1_000) + 30} s after it began`, async () => {
    const { code: status, errors } = await running.stop();
    if (status !== 0) say(`the stress in ${pod} ended with ${status} ${errors.trim()}`);
  });
  say(`${what} in ${pod}`);
}
