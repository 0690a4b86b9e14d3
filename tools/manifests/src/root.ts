import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
export const kubernetes = join(root, 'deploy/kubernetes');
export const istio = join(root, 'deploy/istio');
