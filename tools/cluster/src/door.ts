import { kubectl, tryKubectl } from './kubectl.ts';
import { HOSTS } from './shop.ts';

export const INGRESS = 'istio-ingress';

/** The way into a shop in a cluster. */
export interface Door {
  url: string;
  /** Of the ingress gateway: no name server knows it. */
  address: string;
  /** PEM; nobody else vouches for it. */
  certificate: string;
}

/** @returns undefined when there is no cluster, or no shop in it */
export async function findDoor(): Promise<Door | undefined> {
  const outside = await jsonPath('{.status.loadBalancer.ingress[0].ip}');
  const address = outside || (await jsonPath('{.spec.clusterIP}'));
  if (!address) return undefined;
  const encoded = await kubectl([
    ...['-n', INGRESS, 'get', 'secret', 'shop-certificate', '-o', 'jsonpath={.data.tls\\.crt}'],
  ]);
  return { url: `https://${HOSTS[0]}`, address, certificate: Buffer.from(encoded, 'base64').toString() };
}

async function jsonPath(path: string): Promise<string> {
  const service = ['-n', INGRESS, 'get', 'service', 'ingress-gateway', '-o', `jsonpath=${path}`];
  return (await tryKubectl(service)).output;
}
