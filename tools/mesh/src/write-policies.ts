// Writes deploy/istio/security/allow from the calls in the code: npm run mesh:policies
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowedCalls } from './allowed-calls.ts';
import { writePolicies } from './policies.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'deploy', 'istio', 'security', 'allow');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const files = writePolicies(allowedCalls());
for (const [name, text] of files) writeFileSync(join(folder, name), text);
const kustomization = {
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
  resources: [...files.keys()],
};
writeFileSync(join(folder, 'kustomization.yaml'), `${JSON.stringify(kustomization, null, 2)}\n`);
console.log(`${files.size} policies written`);
