/** The one place where a crash of the app is written down; a collector for browser errors would be called here. */
export function reportCrash(error: unknown): void {
  console.error(error);
}
