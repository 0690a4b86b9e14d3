/** What the rules say about time and crashes; the journeys' table has what can be seen over HTTP. */
export const timeCases = {
  window: {
    rule: 'A key is remembered for 24 hours by default (`IDEMPOTENCY_KEY_LIFETIME_MS`).',
    sources: ['stripe', 'draft 2.3', 'spree How It Works'],
    choice: 'Counted from the first request; a repetition does not prolong it.',
  },
  expired: {
    rule: 'Used again after that, it is a new request, whether or not it has been removed yet, and whatever it asks for.',
    sources: ['stripe', 'draft 2.3'],
  },
  running: {
    rule: 'It is never forgotten while its first request may still be running (35 s), however short its lifetime is set.',
    sources: ['draft 2.7'],
  },
  removed: {
    rule: 'Keys whose time is over are removed, in small batches; others, and orders, are left alone.',
    sources: ['rides reaper.rb', 'stripe'],
    choice:
      'rocket-rides-atomic removes all in one statement, although it names a batch size; we keep to one.',
  },
  nothing: {
    rule: 'A process that dies before the order is stored has stored nothing: the repetition is the first request.',
    sources: ['rides api.rb (recovery point "started")'],
  },
  locked: {
    rule: 'If it dies after that, and before it answered, the key is in use until its lease is over.',
    sources: ['rides api.rb (IDEMPOTENCY_KEY_LOCK_TIMEOUT)', 'draft 2.7'],
  },
  settled: {
    rule: 'Then it is answered with the order as it is now: the settled order …',
    sources: ['rides spec/api_spec.rb, "passes for keys with a stale locked_at"'],
  },
  pending: {
    rule: '… or, while it is on its way, "pending", after the time that the repetition is willing to wait. That is the first answer, and is repeated from then on.',
    sources: ['rides spec/api_spec.rb, "passes for keys with a stale locked_at"', 'stripe'],
  },
  oneTakesOver: {
    rule: 'Of several repetitions at that moment one takes over; none opens a second order.',
    sources: ['draft 2.7', 'rides api.rb (serializable)'],
  },
  late: {
    rule: 'A first request that was only paused and wakes up late gives the answer that was given meanwhile.',
    sources: ['stripe'],
  },
  completer: {
    rule: 'Nobody needs to repeat anything for an order to come to its end: its saga goes on in another process from where it stood.',
    sources: ['rides completer.rb', 'rides api.rb (recovery points "ride_created", "charge_created")'],
    choice: 'There a job repeats the request; here the order does not depend on its request at all.',
  },
  noCart: {
    rule: 'A repetition is answered also while the cart cannot be read.',
    sources: ['stripe'],
  },
} as const satisfies Record<string, { rule: string; sources: readonly string[]; choice?: string }>;
