import { homedir } from 'node:os';
import { join } from 'node:path';

export const KUSTOMIZE_VERSION = 'v5.7.1';
/** Kubernetes 1.36. */
const TYPES_VERSION = 'v0.36.1';

/** Definitions of Istio's kinds. */
export const ISTIO_VERSION = 'v1.31.4';

export const STRICT_SOURCE = join(import.meta.dirname, '../strict');

const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
const executable = process.platform === 'win32' ? '.exe' : '';

/** Where what `install.ts` builds stays, for all checkouts. */
const cache = join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'tradewind', 'manifests');

export const places = {
  kustomizeFolder: join(cache, `kustomize-${KUSTOMIZE_VERSION}`),
  kustomize: join(cache, `kustomize-${KUSTOMIZE_VERSION}`, `kustomize${executable}`),
  istioSchemas: join(cache, `istio-${ISTIO_VERSION}.json`),
  strict: join(cache, `strict-${TYPES_VERSION}${executable}`),
};
