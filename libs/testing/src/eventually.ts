interface EventuallyOptions {
  /** Milliseconds after which the last failure is thrown. Default 10,000. */
  within?: number;
  /** Milliseconds between two looks. Default 20. */
  every?: number;
}

/**
 * Looks again and again until `look` does not throw, and answers what it answers. Tests wait for what they want to see,
 * never for time to pass.
 */
export async function eventually<T>(look: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> {
  const { within = 10_000, every = 20 } = options;
  const end = performance.now() + within;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() >= end) throw error;
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  }
}
