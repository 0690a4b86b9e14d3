import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '@tradewind/cluster';

/** A certificate authority that lasts for a day, in a folder of its own. */
export interface Authority {
  certificate: string;
  /** A certificate of a server with this name, and its key. */
  sign: (name: string) => Promise<{ certificate: string; key: string }>;
}

export async function makeAuthority(folder: string, name: string): Promise<Authority> {
  const at = (file: string): string => join(folder, `${name}-${file}`);
  const read = (file: string): string => readFileSync(at(file), 'utf8');
  const make = ['req', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj'];
  await run('openssl', [...make, `/CN=${name}`, '-x509', '-keyout', at('ca.key'), '-out', at('ca.crt')]);
  return {
    certificate: read('ca.crt'),
    sign: async (host) => {
      await run('openssl', [
        ...make.filter((it) => it !== '-days' && it !== '1'),
        `/CN=${host}`,
        '-keyout',
        at('tls.key'),
        '-out',
        at('tls.csr'),
      ]);
      writeFileSync(at('names'), `subjectAltName=DNS:${host}\n`);
      await run('openssl', [
        ...['x509', '-req', '-in', at('tls.csr'), '-CA', at('ca.crt'), '-CAkey', at('ca.key')],
        ...['-days', '1', '-extfile', at('names'), '-out', at('tls.crt')],
      ]);
      return { certificate: read('tls.crt'), key: read('tls.key') };
    },
  };
}
