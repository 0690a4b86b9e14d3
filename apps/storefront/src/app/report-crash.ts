/** Hands a crash to the browser's own error channel: its console, and whatever listens to `window.onerror`. */
export function reportCrash(error: unknown): void {
  reportError(error);
}
