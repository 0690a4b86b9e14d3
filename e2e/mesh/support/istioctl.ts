import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { clusterArguments, program, tryRun } from '@tradewind/cluster';
import { NAMESPACE } from './cluster.ts';

/** What istioctl says, findings included: an exit code that is not 0 is an answer, too. */
export async function istioctl(args: readonly string[]): Promise<string> {
  const command = existsSync(program.istioctl) ? program.istioctl : 'istioctl';
  const { code, output, errors } = await tryRun(command, [...clusterArguments(), ...args]);
  if (code === undefined) throw new Error(`istioctl cannot be started: ${errors}`);
  return output + errors;
}

interface Secrets {
  dynamicActiveSecrets: {
    name: string;
    secret: { tlsCertificate?: { certificateChain: { inlineBytes: string } } };
  }[];
}

/** The certificate with which a pod's proxy shows who it is. */
export async function certificateOf(pod: string, namespace = NAMESPACE): Promise<X509Certificate> {
  const text = await istioctl(['proxy-config', 'secret', `${pod}.${namespace}`, '-o', 'json']);
  const { dynamicActiveSecrets: all } = JSON.parse(text) as Secrets;
  const own = all.find(({ name }) => name === 'default')!;
  return new X509Certificate(Buffer.from(own.secret.tlsCertificate!.certificateChain.inlineBytes, 'base64'));
}
