import type { Guard } from '../../api/ops/resilience.ts';
import { formatDuration } from '../../format/time.ts';
import { formatNumber } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';

const kinds: Record<Guard['kind'], string> = {
  'rate-limit': 'rate limit',
  'load-shedder': 'load shedder',
  'stale-cache': 'stale cache',
};

const columns: Column<Guard>[] = [
  { header: 'Service', cell: (guard) => <strong>{guard.service}</strong> },
  { header: 'Guard', cell: (guard) => `${kinds[guard.kind]} “${guard.name}”` },
  { header: 'Rule', cell: ruleOf },
  { header: 'Now', cell: nowOf, wide: true },
];

/** What protects a process as a whole: limits by caller, places under load, what is known when a source is away. */
export function GuardTable({ guards }: { guards: Guard[] }) {
  return (
    <DataTable
      caption="Guards"
      columns={columns}
      rows={guards}
      rowKey={(guard) => `${guard.service}:${guard.kind}:${guard.name}`}
    />
  );
}

function ruleOf(guard: Guard): string {
  switch (guard.kind) {
    case 'rate-limit':
      return `${formatNumber(guard.limit)} in ${formatDuration(guard.windowMs)}, ${formatNumber(guard.burst)} at once, ${guard.algorithm}`;
    case 'load-shedder':
      return `${formatNumber(guard.limit)} at the same time, found by itself`;
    case 'stale-cache':
      return `${formatNumber(guard.entries)} kept`;
  }
}

function nowOf(guard: Guard): string {
  switch (guard.kind) {
    case 'rate-limit':
      return `${formatNumber(guard.allowed)} allowed, ${formatNumber(guard.refused)} refused`;
    case 'load-shedder': {
      const shed = Object.values(guard.shed).reduce((sum, count) => sum + count, 0);
      return `${formatNumber(guard.inFlight)} in flight, ${formatNumber(shed)} refused so far`;
    }
    case 'stale-cache':
      return `${formatNumber(guard.loaded)} asked for, ${formatNumber(guard.fresh)} fresh, ${formatNumber(guard.stale)} stale, ${formatNumber(guard.failed)} unknown`;
  }
}
