import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from '@tradewind/manifests';
import type { Action } from './action.ts';

const NAMESPACE = 'istio-ingress';
const NAME = 'shop-certificate';

/** Milliseconds until the gateway has heard of it. */
const WITHIN = 30_000;

interface Secret {
  data: Record<string, string>;
}

/** The ingress gateway shows a certificate that ended yesterday. The real one is only in memory meanwhile, and in the way back. */
export const expireCertificate: Action = async ({ inNamespace, host, later, askOnce, say, signal }) => {
  const ingress = inNamespace(NAMESPACE);
  const { data } = await ingress.get<Secret>('secrets', NAME);
  const expired = await makeExpired(host);
  later(`renew the Secret ${NAME} in the namespace ${NAMESPACE}`, () =>
    ingress.patch('secrets', NAME, [
      { op: 'test', path: '/data/tls.crt', value: expired['tls.crt'] },
      ...Object.keys(expired).map((key) => ({
        op: 'replace' as const,
        path: `/data/${key}`,
        value: data[key],
      })),
    ]),
  );
  await ingress.patch('secrets', NAME, [
    { op: 'test', path: '/data/tls.crt', value: data['tls.crt'] },
    ...Object.entries(expired).map(([key, value]) => ({
      op: 'replace' as const,
      path: `/data/${key}`,
      value,
    })),
  ]);
  for (
    const end = performance.now() + WITHIN;
    !(await askOnce()).expired;
    await wait(500, undefined, { signal })
  )
    if (performance.now() > end)
      throw new Error(`the ingress does not show it after ${WITHIN / 1_000} s: is it asked by https?`);
  say(`the ingress shows a certificate that ended yesterday`);
};

/** In base64, as a Secret has it. @throws Error where there is no openssl */
async function makeExpired(host: string): Promise<{ 'tls.crt': string; 'tls.key': string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'tradewind-certificate-'));
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    await openssl(['req', ...curve, '-keyout', 'key', '-out', 'request', '-subj', `/CN=${host}`], cwd);
    await openssl(
      ['x509', '-req', '-in', 'request', '-signkey', 'key', '-days', '-1', '-out', 'certificate'],
      cwd,
    );
    const read = (file: string): string => readFileSync(join(cwd, file)).toString('base64');
    return { 'tls.crt': read('certificate'), 'tls.key': read('key') };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function openssl(args: string[], cwd: string): Promise<void> {
  const { code, errors } = await runProgram('openssl', args, { cwd });
  if (code !== 0) throw new Error(`openssl ${args[0]}: ${errors.trim()}`);
}
