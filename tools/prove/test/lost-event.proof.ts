import { freePort, makeTemporaryFolder, type TemporaryFolder } from '@tradewind/launcher';
import { afterEach, describe, expect, it } from 'vitest';
import { buildMutant } from '../src/mutations/build-mutant.ts';
import { mutations } from '../src/mutations/mutations.ts';
import { openProof } from '../src/run/open-proof.ts';
import { runSchedule } from '../src/run/run-schedule.ts';

const { schedule, ...outbox } = mutations.find(({ name }) => name === 'outbox')!;
let folder: TemporaryFolder;

/** Kill between commit and publish: docs/the-lost-event.md tells the story. */
async function killBetweenCommitAndPublish(programs: Record<string, string>) {
  const settings = { folder: folder.path, port: await freePort(), bus: 'postgres', programs } as const;
  const { proof } = await openProof({ ...settings, settling: 12_000, warmUp: false });
  try {
    return (await runSchedule(schedule, proof)).violations;
  } finally {
    await proof.ground.close();
  }
}

describe('the schedule that loses an event: kill between commit and publish', () => {
  afterEach(() => folder.remove());

  it('loses it when events are published after the commit', async () => {
    folder = makeTemporaryFolder('lost-event');
    const programs = await buildMutant({ ...outbox, schedule }, folder.path);
    const violations = await killBetweenCommitAndPublish(programs);
    expect(violations).toContainEqual({
      rule: 'I6',
      subject: expect.any(String),
      text: 'tradewind.order.v1.order-confirmed of order was committed and is not in the log',
    });
    expect(violations).toContainEqual({
      rule: 'I7',
      subject: expect.stringMatching(/ order-confirmed$/),
      text: 'this mail was never sent',
    });
  });

  it('loses nothing with the outbox', async () => {
    folder = makeTemporaryFolder('lost-event');
    expect(await killBetweenCommitAndPublish({})).toEqual([]);
  });
});
