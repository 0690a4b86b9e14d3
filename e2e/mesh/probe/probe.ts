// Runs inside the cluster, in a pod of the tests: sends calls as it is told and counts the answers. No packages: the pod has only Node.
// node probe.ts '{"url":"http://product:9090/tradewind.product.v1.ProductService/SearchProducts","grpc":"<base64>","count":100}'
import { createHash } from 'node:crypto';
import http2 from 'node:http2';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

export interface Job {
  /** `tcp://host:port` opens a connection, writes `body` and takes the first answer. */
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** A gRPC call with this message (base64, may be empty). */
  grpc?: string;
  /** Default 1. */
  count?: number;
  /** How many at the same time; default 8. */
  concurrency?: number;
  /** Goes on for so long instead of a count. */
  seconds?: number;
  /** Milliseconds for one call; default 10,000. */
  timeout?: number;
  /** Every call on a connection of its own; gRPC calls share one otherwise, HTTP calls as many as run at once. */
  alone?: boolean;
  /** Names of headers of the answer that are part of it. */
  keep?: string[];
  /** Each call gets an x-request-id of its own unless told otherwise; `{n}` in url, headers and body is the number of the call. */
}

interface Answer {
  /** HTTP's status, or the code of the error that came instead. */
  status: number | string;
  /** gRPC's status. */
  code?: string;
  message?: string;
  headers?: Record<string, string>;
  body: string;
}

export interface Group extends Answer {
  count: number;
}

export interface Report {
  groups: Group[];
  /** Milliseconds. */
  p50: number;
  p99: number;
  slowest: number;
}

const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const timeout = job.timeout ?? 10_000;
const groups = new Map<string, Group>();
const durations: number[] = [];
const agents = {
  'http:': new http.Agent({ keepAlive: !job.alone, maxSockets: Infinity }),
  'https:': new https.Agent({ keepAlive: !job.alone, maxSockets: Infinity }),
};

const kept = (headers: Record<string, unknown>): Record<string, string> | undefined =>
  job.keep &&
  Object.fromEntries(job.keep.filter((name) => headers[name]).map((name) => [name, String(headers[name])]));

function overHttp(url: URL, headers: Record<string, string>, body: string | undefined): Promise<Answer> {
  return new Promise((resolve) => {
    const client = url.protocol === 'https:' ? https : http;
    const agent = agents[url.protocol as 'http:'];
    const options = { method: job.method ?? 'GET', headers, agent, rejectUnauthorized: false };
    const request = client.request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: kept(response.headers), body: text }),
      );
      response.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ status: error.code ?? error.message, body: '' }),
      );
    });
    request.setTimeout(timeout, () =>
      request.destroy(Object.assign(new Error('timeout'), { code: 'TIMEOUT' })),
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: error.code ?? error.message, body: '' }),
    );
    request.end(body);
  });
}

let shared: http2.ClientHttp2Session | undefined;

function session(origin: string): http2.ClientHttp2Session {
  if (!job.alone && shared && !shared.closed && !shared.destroyed) return shared;
  const made = http2.connect(origin);
  made.on('error', () => undefined);
  if (!job.alone) shared = made;
  return made;
}

function overGrpc(url: URL, headers: Record<string, string>, message: Buffer): Promise<Answer> {
  const client = session(url.origin);
  return new Promise((resolve) => {
    const stream = client.request({
      ':method': 'POST',
      ':path': url.pathname,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...headers,
    });
    const parts: Buffer[] = [];
    let [status, code, said]: [number | string, string | undefined, string | undefined] = [
      'no answer',
      undefined,
      undefined,
    ];
    let first: Record<string, string> | undefined;
    const take = (it: http2.IncomingHttpHeaders): void => {
      if (it['grpc-status'] !== undefined) code = String(it['grpc-status']);
      if (it['grpc-message'] !== undefined) said = decodeURIComponent(String(it['grpc-message']));
    };
    stream.on('response', (it) => {
      status = it[':status'] ?? 0;
      first = kept(it);
      take(it);
    });
    stream.on('trailers', take);
    stream.on('data', (chunk: Buffer) => parts.push(chunk));
    stream.setTimeout(timeout, () => {
      status = 'TIMEOUT';
      stream.close(http2.constants.NGHTTP2_CANCEL);
    });
    stream.on('error', (error: NodeJS.ErrnoException) => (status = error.code ?? error.message));
    stream.on('close', () => {
      if (job.alone) client.close();
      resolve({
        status,
        code,
        message: said,
        headers: first,
        body: Buffer.concat(parts).subarray(5).toString('base64'),
      });
    });
    const frame = Buffer.alloc(5);
    frame.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([frame, message]));
  });
}

function overTcp(url: URL, body: string): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = net.connect(Number(url.port), url.hostname);
    const done = (answer: Answer): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeout, () => done({ status: 'TIMEOUT', body: '' }));
    socket.on('connect', () => socket.write(Buffer.from(body, 'base64')));
    socket.on('data', (chunk) => done({ status: 'ANSWER', body: chunk.toString('base64').slice(0, 64) }));
    socket.on('close', () => done({ status: 'CLOSED', body: '' }));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      done({ status: error.code ?? error.message, body: '' }),
    );
  });
}

function send(number: number): Promise<Answer> {
  const filled = (text: string): string => text.replaceAll('{n}', String(number));
  const url = new URL(filled(job.url));
  const headers = Object.fromEntries(
    Object.entries(job.headers ?? {}).map(([name, value]) => [name, filled(value)]),
  );
  if (url.protocol === 'tcp:') return overTcp(url, job.body ?? '');
  if (job.grpc !== undefined) return overGrpc(url, headers, Buffer.from(job.grpc, 'base64'));
  return overHttp(url, headers, job.body === undefined ? undefined : filled(job.body));
}

function add(answer: Answer): void {
  const { status, code, message, headers, body } = answer;
  const hash = createHash('sha256').update(body).digest('hex');
  const key = JSON.stringify([status, code, message, headers, hash]);
  const group = groups.get(key) ?? { ...answer, body: body.slice(0, 20_000), count: 0 };
  group.count += 1;
  // Bodies that differ each time need not all come back.
  if (groups.size < 200 || groups.has(key)) groups.set(key, group);
}

const end = job.seconds === undefined ? Infinity : Date.now() + job.seconds * 1_000;
const count = job.seconds === undefined ? (job.count ?? 1) : Infinity;
let next = 0;
async function work(): Promise<void> {
  while (next < count && Date.now() < end) {
    const number = next++;
    const began = performance.now();
    add(await send(number));
    durations.push(performance.now() - began);
  }
}
await Promise.all(Array.from({ length: Math.min(job.concurrency ?? 8, count) }, work));
durations.sort((a, b) => a - b);
const at = (share: number): number =>
  Math.round(durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0);
const report: Report = {
  groups: [...groups.values()].sort((a, b) => b.count - a.count),
  p50: at(0.5),
  p99: at(0.99),
  slowest: at(1),
};
process.stdout.write(JSON.stringify(report), () => process.exit(0));
