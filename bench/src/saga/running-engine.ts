import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'undici';
import { Child } from '../parts/child.ts';
import type { Server } from '../parts/server.ts';
import { createBatch } from './batch.ts';
import type { EngineName } from './engines.ts';
import { STEP_ROWS } from './step-rows.ts';

const PROGRAM = new URL('engine-process.ts', import.meta.url);
const SAGA_TABLES = new URL('../../../libs/saga/sql/saga.sql', import.meta.url);

type Ready = { ready: true; url?: string; pids: number[] } | { ready: false; why: string };

/** An engine as the load generator sees it. */
export interface RunningEngine {
  name: EngineName;
  /** Its processes. */
  pids: number[];
  /** All databases that it uses. */
  databases: string[];
  run(id: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startEngine(name: EngineName, server: Server, folder: string): Promise<RunningEngine> {
  const [own, rows] = [name, `${name}_rows`];
  const tables = name === 'tradewind' ? [readFileSync(SAGA_TABLES, 'utf8')] : [];
  const [url, rowsUrl] = [await server.create(own, ...tables), await server.create(rows, STEP_ROWS)];
  const place = join(folder, name);
  mkdirSync(place);
  // What a peer does that is deprecated is no news for who reads the figures.
  const quiet = name === 'tradewind' ? [] : ['--disable-warning=DeprecationWarning'];
  const child = Child.start(PROGRAM, [name, url, rowsUrl, place], quiet);
  const ready = await child.next<Ready>('ready');
  if (!ready.ready) throw new Error(ready.why);
  const way = ready.url ? byHttp(ready.url) : byMessages(child);
  let stopped: Promise<void> | undefined;
  return {
    ...{ name, pids: ready.pids, databases: [own, rows], run: way.run },
    stop: () => (stopped ??= way.close().then(() => child.stop())),
  };
}

function byMessages(child: Child) {
  const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  child.on<{ ended?: [string, string | undefined][] }>(({ ended = [] }) => {
    for (const [id, failure] of ended) {
      if (failure === undefined) waiting.get(id)?.resolve();
      else waiting.get(id)?.reject(new Error(failure));
      waiting.delete(id);
    }
  });
  void child.gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the engine is gone'));
  });
  const begin = createBatch<string>((ids) => child.send({ begin: ids }));
  return {
    run: (id: string) =>
      new Promise<void>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        begin(id);
      }),
    close: async () => {},
  };
}

/** Restate has no other way in than its server. */
function byHttp(url: string) {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 64 });
  const headers = { 'content-type': 'application/json' };
  return {
    async run(id: string) {
      const { statusCode, body } = await pool.request({
        path,
        method: 'POST',
        headers,
        body: JSON.stringify(id),
      });
      const text = await body.text();
      if (statusCode >= 300) throw new Error(`it answered ${statusCode}: ${text}`);
    },
    close: () => pool.close(),
  };
}
