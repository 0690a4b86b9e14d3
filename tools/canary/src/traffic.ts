import type { Kubectl, Operation } from '@tradewind/kubectl';

/** The route of a VirtualService whose weights a canary moves. */
const ROUTE = 'canary';
const KIND = 'virtualservices.networking.istio.io';

interface VirtualService {
  spec: { http?: { name?: string; route?: { destination: { subset?: string }; weight?: number }[] }[] };
}

/** Two versions of a service, and how much of the traffic the new one has. */
export interface Split {
  service: string;
  candidate: string;
  stable: string;
  /** Percent that the candidate has. */
  weight: number;
  /** The same split with another weight, as a patch that holds only if this is still what is there. */
  shifted(weight: number, onlyFrom?: number): Operation[];
}

/** @throws Error that says what is missing */
export async function readSplit(kubectl: Kubectl, service: string, candidate: string): Promise<Split> {
  const { spec } = await kubectl.get<VirtualService>(KIND, service);
  const index = (spec.http ?? []).findIndex(({ name }) => name === ROUTE);
  const route = spec.http?.[index]?.route;
  if (!route) throw new Error(`VirtualService ${service} has no http route named ${ROUTE}`);
  const subsets = route.map(({ destination }) => destination.subset ?? '');
  const at = subsets.indexOf(candidate);
  if (route.length !== 2 || at < 0)
    throw new Error(
      `route ${ROUTE} of ${service} leads to ${subsets.join(' and ')}, not to two with ${candidate}`,
    );
  const path = `/spec/http/${index}`;
  const weights = route.map(({ weight = 0 }) => weight);
  return {
    ...{ service, candidate, stable: subsets[1 - at]!, weight: weights[at]! },
    shifted: (weight, onlyFrom) => [
      // Whoever puts another route before it, or other versions into it, meanwhile, is not overwritten.
      { op: 'test', path: `${path}/name`, value: ROUTE },
      ...subsets.map((subset, position): Operation => ({
        ...{ op: 'test', path: `${path}/route/${position}/destination/subset`, value: subset },
      })),
      ...(onlyFrom === undefined
        ? []
        : [{ op: 'test' as const, path: `${path}/route/${at}/weight`, value: onlyFrom }]),
      { op: 'add', path: `${path}/route/${at}/weight`, value: weight },
      { op: 'add', path: `${path}/route/${1 - at}/weight`, value: 100 - weight },
    ],
  };
}

/** @param onlyFrom refused when the candidate's weight is another by now; undefined: whatever it is */
export async function shift(
  kubectl: Kubectl,
  split: Split,
  weight: number,
  onlyFrom?: number,
): Promise<void> {
  await kubectl.patch(KIND, split.service, split.shifted(weight, onlyFrom));
}
