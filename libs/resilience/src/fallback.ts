/** What `work` answers, or what `substitute` says when it fails. The error is handed over: a fallback that hides it helps nobody. */
export async function withFallback<T, S>(
  work: () => Promise<T>,
  substitute: (error: unknown) => S | Promise<S>,
): Promise<T | S> {
  try {
    return await work();
  } catch (error) {
    return substitute(error);
  }
}
