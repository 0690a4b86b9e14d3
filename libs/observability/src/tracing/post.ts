import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** Milliseconds for one batch. */
const TIMEOUT = 5_000;

const agents = {
  http: new HttpAgent({ keepAlive: true, maxSockets: 1 }),
  https: new HttpsAgent({ keepAlive: true, maxSockets: 1 }),
};

/** Refused for good: sending the same again would not help. */
const HOPELESS = new Set([400, 401, 403, 404, 405, 413, 415, 422]);

/**
 * A way to post JSON to one address.
 * @throws (the returned function) when nobody answered, or the receiver asks to come again
 */
export function createPost(address: string): (body: Buffer) => Promise<void> {
  // Taken apart once: Node would do so for every request.
  const url = new URL(address);
  const secure = url.protocol === 'https:';
  const target = {
    ...{ host: url.hostname, port: url.port || undefined, path: `${url.pathname}${url.search}` },
    ...{ method: 'POST', timeout: TIMEOUT, agent: secure ? agents.https : agents.http },
  };
  const send = secure ? httpsRequest : httpRequest;
  return (body) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': body.length };
      const call = send({ ...target, headers }, (answer) => {
        answer.resume();
        answer.on('error', reject);
        const { statusCode = 500 } = answer;
        if (statusCode < 300 || HOPELESS.has(statusCode)) answer.on('end', resolve);
        else reject(new Error(`${address} answered ${statusCode}`));
      });
      call.on('timeout', () => call.destroy(new Error(`${address} did not answer`)));
      call.on('error', reject);
      call.end(body);
    });
}
