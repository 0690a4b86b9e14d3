/** Options of `listen` for a port of a process: `reusePort` lets a successor listen beside it (SO_REUSEPORT, socket(7)). */
export function listenOn(
  { listenHost, sharedPorts }: { listenHost: string; sharedPorts: boolean },
  port: number,
): { host: string; port: number; reusePort: boolean } {
  return { host: listenHost, port, reusePort: sharedPorts };
}
