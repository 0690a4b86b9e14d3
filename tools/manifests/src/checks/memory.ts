import type { Contract } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { bytesOf, environmentOf, workloads, type Value } from '../read.ts';

/** MiB that Node needs outside of its old space at least: code, young objects, buffers, stacks. */
const BESIDE_OLD_SPACE = 96;

/** The limit of memory leaves room for the heap: else the kernel kills what V8 would have collected. */
export function memory(manifests: readonly Manifest[], { apps }: Contract): string[] {
  return workloads(manifests).flatMap(({ id, app, pod }) =>
    pod.containers.flatMap((container) => {
      const { requests = {}, limits = {} } = container.resources ?? {};
      if (!limits['memory'] || !requests['memory'] || !requests['cpu'])
        return [`${id}: needs requests of cpu and memory, and a limit of memory`];
      const heap =
        heapOf(environmentOf(container, manifests).get('NODE_OPTIONS')) ?? apps.get(app)?.maxOldSpace;
      const limit = bytesOf(limits['memory']) / 1_024 ** 2;
      return heap !== undefined && limit < heap + BESIDE_OLD_SPACE
        ? [`${id}: a limit of ${limit} MiB is too little for a heap of ${heap} MiB`]
        : [];
    }),
  );
}

function heapOf(options: Value | undefined): number | undefined {
  const text = options && 'literal' in options ? options.literal : '';
  const [, heap] = /--max-old-space-size=(\d+)/.exec(text) ?? [];
  return heap === undefined ? undefined : Number(heap);
}
