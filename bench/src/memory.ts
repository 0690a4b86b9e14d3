import { readdirSync, readFileSync } from 'node:fs';
import type { RunningSystem } from '@tradewind/launcher';
import type { Section } from './report.ts';

/** Memory of every process in MiB: PSS, which counts shared pages once. Linux only. */
export async function measureMemory(system: RunningSystem, title: string): Promise<Section> {
  const memory = memoryOf(system);
  const rows = Object.entries(memory).map(([name, mebibytes]) => [name, mebibytes.toFixed(0)]);
  const total = Object.values(memory).reduce((sum, mebibytes) => sum + mebibytes, 0);
  rows.push(['everything', total.toFixed(0)]);
  return {
    title,
    note: 'MiB of PSS; PostgreSQL with all its sessions. Budget: 1,024 for everything.',
    head: ['process', 'MiB'],
    rows,
  };
}

/** MiB of PSS by process; PostgreSQL with all its sessions. */
export function memoryOf(system: RunningSystem): Record<string, number> {
  const memory: Record<string, number> = {};
  for (const { name, pid } of system.services) {
    if (pid === undefined || pid === null) continue;
    const family = name === 'postgresql' ? familyOf(pid) : [pid];
    memory[name] = family.reduce((sum, member) => sum + pssOf(member), 0);
  }
  return memory;
}

function pssOf(pid: number): number {
  try {
    const [, kibibytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))!;
    return Number(kibibytes) / 1024;
  } catch {
    return 0;
  }
}

/** A process and its children. */
export function familyOf(parent: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return all.filter((pid) => pid === parent || statOf(pid)?.[1] === String(parent));
}

/** The fields of /proc/PID/stat after the name: state, parent, … */
export function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
