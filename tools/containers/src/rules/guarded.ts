import type { ComposeFile, ComposeService } from '../compose-file.ts';

const demands: [string, (service: ComposeService) => boolean][] = [
  ['may write to its own files (read_only)', (it) => it.read_only === true],
  ['keeps capabilities (cap_drop)', (it) => it.cap_drop?.includes('ALL') === true],
  ['may gain rights (security_opt)', (it) => it.security_opt?.includes('no-new-privileges:true') === true],
  ['has no limit of memory (mem_limit)', (it) => it.mem_limit !== undefined],
  ['has no limit of processes (pids_limit)', (it) => it.pids_limit !== undefined],
];

/** What a container can do that it does not need. */
export const unguarded = ({ services }: ComposeFile): string[] =>
  Object.entries(services).flatMap(([name, service]) =>
    demands.filter(([, met]) => !met(service)).map(([fault]) => `${name} ${fault}`),
  );
