import { isNodeRunning, loadIntoNode, useContext } from '@tradewind/cluster';
import { nodeImage } from './node-image.ts';
import { removeProbes, startProbes } from './probes.ts';

/** Before all files: pods that send calls; after them nothing of it is left. */
export default async function setUp(): Promise<() => Promise<void>> {
  const context = process.env['TRADEWIND_CONTEXT'];
  if (context) useContext(context);
  else if (isNodeRunning()) await loadIntoNode([nodeImage]);
  await startProbes();
  return process.env['TRADEWIND_KEEP_PROBES'] ? () => Promise.resolve() : removeProbes;
}
