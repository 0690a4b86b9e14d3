import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kubectl } from '../kubectl.ts';
import { nodePlaces } from '../places.ts';
import { NODE_NAME } from './worker.ts';

const COUNT = 4;

const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'node', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'kubernetes.io/no-provisioner',
  volumeBindingMode: 'WaitForFirstConsumer',
};

/** Nothing makes volumes on demand here: a few folders of the node wait for whoever claims one. */
export async function offerVolumes(): Promise<void> {
  await takeBack();
  const names = Array.from({ length: COUNT }, (_, index) => `node-${index + 1}`);
  for (const name of names) mkdirSync(join(nodePlaces.volumes, name), { recursive: true });
  const objects = [storageClass, ...names.map(volume)];
  await kubectl(['apply', '-f', '-'], objects.map((it) => JSON.stringify(it)).join('\n---\n'));
}

/** Those whose claims are gone get empty, for the next. */
async function takeBack(): Promise<void> {
  const state = '{range .items[?(@.status.phase=="Released")]}{.metadata.name} {end}';
  const released = (await kubectl(['get', 'persistentvolumes', '-o', `jsonpath=${state}`]))
    .split(' ')
    .filter(Boolean);
  for (const name of released) {
    await kubectl(['delete', 'persistentvolume', name]);
    rmSync(join(nodePlaces.volumes, name), { recursive: true, force: true });
  }
}

const volume = (name: string): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: {
    capacity: { storage: '20Gi' },
    accessModes: ['ReadWriteOnce'],
    persistentVolumeReclaimPolicy: 'Retain',
    storageClassName: storageClass.metadata.name,
    local: { path: join(nodePlaces.volumes, name) },
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [NODE_NAME] }] },
        ],
      },
    },
  },
});
