import { DeadLetterServiceService } from '@tradewind/contracts/operations/v1/dead_letters';
import type { DeadLetter, DeadLetters } from '@tradewind/event-bus';
import { implementation, type ServiceImplementation } from '@tradewind/rpc';

/** The operator's door to a service's dead letters. */
export function deadLetterEndpoint(deadLetters: DeadLetters): ServiceImplementation {
  return implementation(DeadLetterServiceService, {
    listDeadLetters: async ({ pageSize }) => ({
      deadLetters: (await deadLetters.list(pageSize || 100)).map(toMessage),
    }),
    replayDeadLetter: async ({ id, operator }) => ({ handled: await deadLetters.replay(id, operator) }),
    discardDeadLetter: async ({ id, operator, note }) => {
      await deadLetters.discard(id, operator, note);
      return { handled: 1 };
    },
  });
}

function toMessage(letter: DeadLetter) {
  const { id, eventId, type, key, causeCode, causeMessage, attempts } = letter;
  const dataJson = JSON.stringify(letter.event.data);
  return {
    id,
    eventId,
    type,
    key,
    causeCode,
    causeMessage,
    attempts,
    parkedAt: letter.parkedAt.toISOString(),
    dataJson,
  };
}
