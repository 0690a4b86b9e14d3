import { pause } from '@tradewind/resilience';
import type { Admin } from 'kafkajs';
import type { LogPosition } from '../event-log.ts';

const TRIES = 30;
const PAUSE = 100;

/** Makes the topics that are missing; resolves when all of them can be used. Those that are there stay as they are. */
export async function createTopics(
  admin: Admin,
  topics: readonly string[],
  partitions: number,
): Promise<void> {
  const wanted = topics.map((topic) => ({
    topic,
    numPartitions: partitions,
    configEntries: [{ name: 'retention.ms', value: '-1' }], // a new group reads everything from the beginning
  }));
  await admin.connect();
  await admin.createTopics({ topics: wanted });
  await readEnds(admin, topics); // a leader is known before it serves
}

/** The offsets that come next, by topic and partition. Waits for leaders: after a start there may be none for a moment. */
export async function readEnds(admin: Admin, topics: readonly string[]): Promise<LogPosition[]> {
  await admin.connect();
  for (let attempt = 1; ; attempt++) {
    try {
      return (await Promise.all(topics.map((topic) => endsOf(admin, topic)))).flat();
    } catch (error) {
      if (attempt === TRIES) throw error;
      await pause(PAUSE);
    }
  }
}

async function endsOf(admin: Admin, topic: string): Promise<LogPosition[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets
    .map(({ partition, high }) => ({ topic, partition, offset: Number(high) }))
    .toSorted((a, b) => a.partition - b.partition);
}
