import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const dockerfile = readFileSync(join(import.meta.dirname, '../../../deploy/docker/Dockerfile'), 'utf8');

/** The one that the shop's images are made from: it is there already. */
export const nodeImage = `node:${/^ARG NODE_VERSION=(\S+)$/m.exec(dockerfile)![1]}-bookworm-slim`;
