/** Aborted by the first Ctrl-C (or SIGTERM, SIGHUP); later ones are ignored, so that what is being put right is put right. */
export function untilSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => controller.abort(new Error(`stopped by ${name}`)));
  return controller.signal;
}
