import * as restate from '@restatedev/restate-sdk';
import { startRestateServer } from './restate-server.ts';
import type { CreateEngine } from './engine.ts';

/** Restate: one handler with three `ctx.run`, and its server with its own defaults, in a process of its own. */
export const createEngine: CreateEngine = async ({ folder, step }) => {
  const bench = restate.service({
    name: 'bench',
    handlers: {
      run: async (context: restate.Context, id: string) => {
        for (const number of [1, 2, 3]) await context.run(`step ${number}`, () => step(id, number));
      },
    },
  });
  const silent = () => {};
  const endpoint = restate.endpoint().bind(bench);
  endpoint.setLogger(silent);
  const port = await endpoint.listen(0);
  const server = await startRestateServer(folder, port);
  return {
    ...{ url: `${server.ingress}/bench/run`, pids: [server.pid] },
    run: () => Promise.reject(new Error('sagas begin at its server')),
    stop: server.stop,
  };
};
