/** A call that a step made: `inventory.reserve` and what it was given. */
export type RecordedCall = [name: string, ...given: unknown[]];

/**
 * Stands for all participants at once: whatever method of whichever participant is called is remembered, and answered by
 * `answer`.
 */
export function recordingParticipants<Participants extends object>(
  calls: RecordedCall[],
  answer: () => Promise<unknown>,
): Participants {
  const participant = (name: string): object =>
    new Proxy(
      {},
      {
        get:
          (_nobody, method) =>
          (...given: unknown[]) => {
            calls.push([`${name}.${String(method)}`, ...structuredClone(given)]);
            return answer();
          },
      },
    );
  return new Proxy({}, { get: (_nobody, name) => participant(String(name)) }) as Participants;
}
