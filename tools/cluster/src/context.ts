import type { Engine } from './engine.ts';
import { buildShopImages } from './images.ts';
import { Failure, run, tryRun } from './run.ts';

/** The engine of the user's own machine. */
const OWN: Engine = {};

/**
 * The command that brings images from the engine of this machine into a local cluster. A cluster elsewhere gets them from its registry.
 * @param context of kubectl: kind calls its `kind-NAME`, minikube after its profile
 * @param provider what a node says of itself
 */
export function loader(context: string, provider: string): string[] | undefined {
  if (context.startsWith('kind-'))
    return ['kind', 'load', 'docker-image', '--name', context.slice('kind-'.length)];
  if (provider.includes('minikube')) return ['minikube', '--profile', context, 'image', 'load'];
  return undefined;
}

/** Builds what is ours and brings all that this machine has into a local cluster; elsewhere nothing is done. @returns what was done */
export async function provideForContext(
  context: string,
  provider: string,
  images: readonly string[],
): Promise<string> {
  const command = loader(context, provider);
  if (!command) return 'as the cluster finds them: deploy/docker/docker-bake.hcl pushes them to a registry';
  if ((await tryRun('docker', ['version'])).code !== 0)
    throw new Failure('The images are built by Docker, and no engine answers.');
  await buildShopImages(images, OWN);
  const here: string[] = [];
  for (const image of images)
    if ((await tryRun('docker', ['image', 'inspect', image])).code === 0) here.push(image);
  await run(command[0]!, [...command.slice(1), ...here]);
  return `${here.length} by ${command[0]}`;
}
