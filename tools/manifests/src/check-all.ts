import { addresses } from './checks/addresses.ts';
import { autoscaling } from './checks/autoscaling.ts';
import { disruption } from './checks/disruption.ts';
import { istioIdentities } from './checks/istio-identities.ts';
import { istioReferences } from './checks/istio-references.ts';
import { istioTimeouts } from './checks/istio-timeouts.ts';
import { identity } from './checks/identity.ts';
import { images } from './checks/images.ts';
import { memory } from './checks/memory.ts';
import { network } from './checks/network.ts';
import { noSecrets } from './checks/no-secrets.ts';
import { podSecurity } from './checks/pod-security.ts';
import { ports } from './checks/ports.ts';
import { references, type DocumentedSecrets } from './checks/references.ts';
import { selectors } from './checks/selectors.ts';
import { settings } from './checks/settings.ts';
import { shutdown } from './checks/shutdown.ts';
import type { Contract } from './contract.ts';
import type { Manifest } from './manifest.ts';

/**
 * Everything that is wrong with what would be applied to a cluster; empty when nothing is.
 * @param platform what a cluster has before any overlay: the doors of the mesh
 */
export const checkAll = (
  manifests: readonly Manifest[],
  contract: Contract,
  documented: DocumentedSecrets,
  platform: readonly Manifest[] = [],
): string[] => [
  ...podSecurity(manifests),
  ...images(manifests, contract),
  ...ports(manifests, contract),
  ...settings(manifests, contract),
  ...addresses(manifests, contract),
  ...references(manifests, documented),
  ...selectors(manifests),
  ...network(manifests, contract),
  ...disruption(manifests),
  ...memory(manifests, contract),
  ...identity(manifests),
  ...noSecrets(manifests, contract),
  ...shutdown(manifests, contract),
  ...autoscaling(manifests),
  ...istioReferences(manifests, platform),
  ...istioIdentities(manifests, contract, platform),
  ...istioTimeouts(manifests, contract),
];
