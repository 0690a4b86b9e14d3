import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from './repository.ts';

/** A service of a compose file, as far as the rules look at it. */
export interface ComposeService {
  image?: string;
  build?: { target?: string };
  environment?: Record<string, string>;
  ports?: string[];
  networks?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[] };
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  pids_limit?: number;
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks: Record<string, { internal?: boolean } | null>;
}

/** With anchors and merges resolved, and variables as they are written. */
export const readCompose = (name = 'docker-compose.yml'): ComposeFile =>
  parse(readFileSync(join(repository, name), 'utf8'), { merge: true, maxAliasCount: -1 }) as ComposeFile;
