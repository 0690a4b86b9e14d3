const LOOK_FOR_PARENT = 500;

/** Calls `first` on the first request to end (Ctrl-C, kill, the terminal is closed, npm is gone), `again` on each later one. */
export function onEndRequest(first: () => void, again: () => void): void {
  let asked = false;
  const handle = (): void => {
    if (asked) return again();
    asked = true;
    first();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
  // A terminal that is gone answers every write with an error; stopping in order matters more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  if (process.env['npm_lifecycle_event']) onParentGone(() => asked || handle());
}

/** A signal sent to npm reaches the shell between npm and this process, which ends without passing it on. */
function onParentGone(act: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), LOOK_FOR_PARENT).unref();
}
