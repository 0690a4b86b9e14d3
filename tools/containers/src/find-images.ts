import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCompose } from './compose-file.ts';
import { repository } from './repository.ts';
import { runDocker } from './run-docker.ts';

/** Whether the shop can be built and run in containers here; else why not, and how to get it. */
export type Containers = { there: true } | { there: false; why: string };

/** A registry that cannot be reached does not always say so. Milliseconds. */
const PULL_LIMIT = 300_000;

/** Looks for an engine with compose and for the images that ours are made from or run beside; pulls what is missing. */
export async function findContainers(progress: (text: string) => void): Promise<Containers> {
  const { code } = await runDocker(['info', '--format', '{{.ServerVersion}}'], {
    signal: AbortSignal.timeout(5_000),
  });
  if (code !== 0)
    return {
      there: false,
      why: 'no Docker engine answers: install Docker, or as root on Debian run tools/containers/engine.sh',
    };
  for (const plugin of ['compose', 'buildx'])
    if ((await runDocker([plugin, 'version'])).code !== 0)
      return {
        there: false,
        why: `docker ${plugin} is missing: install it, or run tools/containers/engine.sh`,
      };
  for (const image of baseImages())
    if (!(await have(image, progress)))
      return {
        there: false,
        why: `${image} cannot be pulled: tools/containers/stand-ins.sh makes one that serves for tests`,
      };
  return { there: true };
}

async function have(image: string, progress: (text: string) => void): Promise<boolean> {
  if ((await runDocker(['image', 'inspect', image])).code === 0) return true;
  progress(`pulling ${image}`);
  return (
    (await runDocker(['pull', '--quiet', image], { signal: AbortSignal.timeout(PULL_LIMIT) })).code === 0
  );
}

/** Images that are not ours: of the Dockerfile and of the compose file. */
export function baseImages(): string[] {
  const dockerfile = readFileSync(join(repository, 'deploy/docker/Dockerfile'), 'utf8');
  const [, version] = /^ARG NODE_VERSION=(\S+)/m.exec(dockerfile)!;
  const servers = Object.values(readCompose().services).flatMap((it) => (it.build ? [] : [it.image!]));
  return [`node:${version}-bookworm-slim`, ...servers];
}
