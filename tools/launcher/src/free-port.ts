import { isFree } from './ports.ts';

const FIRST_PORT = 10_000;
/** A system uses fewer ports than this. */
const BLOCK = 60;
const BLOCKS = 130;
let next = process.pid;

/**
 * A port at which the shop and its neighbours are likely free: below those that systems give to outgoing connections, which
 * come and go while a build runs.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + (next++ % BLOCKS) * BLOCK;
    if (await isFree(port)) return port;
  }
}
