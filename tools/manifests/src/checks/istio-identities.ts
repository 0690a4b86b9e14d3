import type { Contract } from '../contract.ts';
import { istioObjects } from '../istio/objects.ts';
import type { Manifest } from '../manifest.ts';
import { NAME_LABEL, ofKind } from '../read.ts';

/** Programs that are in no topology. */
const PROGRAMS = ['migrate', 'seed', 'postgres', 'kafka'];
/** Namespaces of others, whose accounts are named and not made in this repository's overlays. */
const OTHERS = ['observability'];

/** Principals of policies are accounts: of this namespace, or of the platform. One with a typing error allows nobody. */
export function istioIdentities(
  manifests: readonly Manifest[],
  { apps }: Contract,
  platform: readonly Manifest[],
): string[] {
  const known = new Set([...apps.keys(), ...PROGRAMS]);
  const policies = istioObjects(manifests, 'AuthorizationPolicy');
  return policies.flatMap(({ id, manifest, spec }) => {
    const { namespace = '' } = manifest.metadata;
    const selected = spec.selector?.matchLabels[NAME_LABEL];
    const principals = (spec.rules ?? []).flatMap(({ from = [] }) =>
      from.flatMap(({ source }) => source.principals ?? []),
    );
    return [
      ...(selected !== undefined && !known.has(selected) ? [`${id}: nobody is called ${selected}`] : []),
      ...principals
        .filter((it) => !isAccount(it, namespace, known, platform))
        .map((it) => `${id}: nobody is ${it}`),
    ];
  });
}

function isAccount(
  principal: string,
  own: string,
  known: ReadonlySet<string>,
  platform: readonly Manifest[],
): boolean {
  const [, namespace, account] = /^[^/]+\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(principal) ?? [];
  if (namespace === undefined || account === undefined) return false;
  if (namespace === own) return known.has(account);
  return (
    OTHERS.includes(namespace) ||
    ofKind(platform, 'ServiceAccount').some(
      ({ metadata }) => metadata.namespace === namespace && metadata.name === account,
    )
  );
}
