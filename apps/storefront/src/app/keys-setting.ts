const storageKey = 'tradewind.keys';

/** Whether single keys are shortcuts. Some people speak to their computer, and words become keys. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Storage is forbidden: the keys stay as they are.
  }
}
