import dns from 'node:dns';

/**
 * Loaded before the tests of the shop (`node --import`): its host leads to the ingress gateway of the cluster, without a change of this
 * machine's own names. TRADEWIND_INGRESS is the gateway's address.
 */
const { lookup } = dns;
const host = new URL(process.env['TRADEWIND_URL']!).hostname;
const address = process.env['TRADEWIND_INGRESS']!;

type Callback = (error: Error | null, address: unknown, family?: number) => void;

dns.lookup = ((name: string, options: { all?: boolean }, callback: Callback) => {
  if (name !== host) return lookup(name, options as never, callback as never);
  if (options.all) callback(null, [{ address, family: 4 }]);
  else callback(null, address, 4);
}) as unknown as typeof dns.lookup;
