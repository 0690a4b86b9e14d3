import {
  DeadLetterServiceService,
  type DeadLetter as DeadLetterMessage,
} from '@tradewind/contracts/operations/v1/dead_letters';
import type { DeadLetter, DeadLetters, LetterState } from '@tradewind/event-bus';
import { implementation, type ServiceImplementation } from '@tradewind/rpc';

/** The operator's door to a service's dead letters. */
export function deadLetterEndpoint(deadLetters: DeadLetters): ServiceImplementation {
  return implementation(DeadLetterServiceService, {
    listDeadLetters: async ({ pageSize, pageToken: before, states, type }) => {
      const limit = pageSize || 100;
      const filter = { type, before, ...(states.length > 0 ? { states: states as LetterState[] } : {}) };
      const letters = await deadLetters.list(limit + 1, filter);
      const page = letters.slice(0, limit);
      const nextPageToken = letters.length > limit ? page.at(-1)!.id : '';
      return { deadLetters: page.map(toMessage), nextPageToken };
    },
    replayDeadLetter: async ({ id, operator }) => ({ handled: await deadLetters.replay(id, operator) }),
    discardDeadLetter: async ({ id, operator, note }) => {
      await deadLetters.discard(id, operator, note);
      return { handled: 1 };
    },
  });
}

function toMessage(letter: DeadLetter): DeadLetterMessage {
  const { event, parkedAt, dueAt, closedAt, operator, note, ...same } = letter;
  return {
    ...same,
    parkedAt: parkedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? '',
    closedAt: closedAt?.toISOString() ?? '',
    operator: operator ?? '',
    note: note ?? '',
    dataJson: JSON.stringify(event.data ?? null),
  };
}
