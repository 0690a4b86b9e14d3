import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { ServiceSignals } from '../../api/ops/signals.ts';
import { formatDuration } from '../../format/time.ts';
import { formatNumber, formatPercent } from '../../format/words.ts';
import type { PlacedNode } from './arrange-map.ts';
import styles from './service-map.module.css';

type ServiceNodeData = PlacedNode & { signals: ServiceSignals | undefined };
export type ServiceFlowNode = Node<ServiceNodeData, 'service'>;

/** A box for a process: how much it is asked, how well it answers, and what its database takes. */
export function ServiceNode({ data }: NodeProps<ServiceFlowNode>) {
  const { name, kind, database, signals } = data;
  const failing = (signals?.errorRate ?? 0) > 0;
  return (
    <div className={styles.node} data-kind={kind} data-failing={failing || undefined}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <strong>{name}</strong>
      {signals && (
        <span>
          {formatNumber(Math.round(signals.requestsPerSecond * 10) / 10)}/s
          {signals.p99Ms !== null && ` · ${formatDuration(Math.round(signals.p99Ms))}`}
        </span>
      )}
      {signals && failing && <span>{formatPercent(signals.errorRate)} failing</span>}
      {database && !failing && <span>database {formatDuration(round(database.p50Ms))}</span>}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
