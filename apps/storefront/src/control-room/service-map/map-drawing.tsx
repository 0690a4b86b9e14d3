import { MarkerType, Position, ReactFlow, type Edge } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import type { MapEdge, ServiceMap } from '../../api/ops/service-map.ts';
import type { ServiceSignals } from '../../api/ops/signals.ts';
import { arrangeMap, nodeSize, type PlacedNode } from './arrange-map.ts';
import { ServiceNode, type ServiceFlowNode } from './service-node.tsx';
import styles from './service-map.module.css';

const nodeTypes = { service: ServiceNode };
const middle = { y: nodeSize.height / 2, width: 1, height: 1 };
const handles = [
  { type: 'target' as const, position: Position.Left, x: 0, ...middle },
  { type: 'source' as const, position: Position.Right, x: nodeSize.width, ...middle },
];

interface Props {
  map: ServiceMap;
  signals: ServiceSignals[];
}

/** The picture of the table below it, which says the same to everybody who cannot see it. */
export function MapDrawing({ map, signals }: Props) {
  const { nodes, edges } = useMemo(() => arrangeMap(map), [map]);
  return (
    <div className={styles.drawing} aria-hidden="true" inert>
      <ReactFlow
        nodes={nodes.map((node) => toFlowNode(node, signals))}
        edges={edges.map(toFlowEdge)}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ padding: 0.08 }}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        disableKeyboardA11y
      />
    </div>
  );
}

function toFlowNode(node: PlacedNode, signals: ServiceSignals[]): ServiceFlowNode {
  const own = signals.find(({ service }) => service === node.name);
  return {
    id: node.name,
    type: 'service',
    position: { x: node.x, y: node.y },
    data: { ...node, signals: own },
    // The size is known: nothing has to be measured before lines can be drawn.
    ...nodeSize,
    handles,
  };
}

function toFlowEdge({ from, to, kind, calls, errors }: MapEdge): Edge {
  const failing = errors > 0;
  return {
    id: `${from}:${to}:${kind}`,
    source: from,
    target: to,
    className: [styles.edge, styles[kind], failing && styles.failing].filter(Boolean).join(' '),
    markerEnd: { type: MarkerType.ArrowClosed },
    // Ten times as many calls are twice as thick a line.
    style: { strokeWidth: 1 + Math.log10(Math.max(1, calls)) },
  };
}
