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

/** Posts JSON. @throws when nobody answered, or the receiver asks to come again */
export function post(url: string, body: string): Promise<void> {
  const secure = url.startsWith('https:');
  const options = {
    method: 'POST',
    agent: secure ? agents.https : agents.http,
    timeout: TIMEOUT,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  };
  return new Promise((resolve, reject) => {
    const call = (secure ? httpsRequest : httpRequest)(url, options, (answer) => {
      answer.resume();
      answer.on('error', reject);
      const { statusCode = 500 } = answer;
      if (statusCode < 300 || HOPELESS.has(statusCode)) answer.on('end', resolve);
      else reject(new Error(`${url} answered ${statusCode}`));
    });
    call.on('timeout', () => call.destroy(new Error(`${url} did not answer`)));
    call.on('error', reject);
    call.end(body);
  });
}
