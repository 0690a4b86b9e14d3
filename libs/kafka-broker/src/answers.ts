import { connect } from 'node:net';

/** ApiVersions, version 0, correlation id 1, no client id: what every client asks first. Source: Kafka protocol guide. */
const API_VERSIONS = Buffer.from('0000000a00120000' + '00000001' + 'ffff', 'hex');
const LIMIT = 1_000;

/** Whether a broker answers requests at this port, of this machine unless another is named. */
export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(LIMIT, () => done(false));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
    socket.once('connect', () => socket.write(API_VERSIONS));
    socket.once('data', () => done(true));
  });
}
