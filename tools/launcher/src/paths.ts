import { join } from 'node:path';

/** The checkout's top folder. */
export const repository = join(import.meta.dirname, '..', '..', '..');

export const builtProgram = (name: string): string => join(repository, 'dist', 'apps', name, 'main.mjs');
