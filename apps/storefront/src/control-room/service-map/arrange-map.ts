import dagre from '@dagrejs/dagre';
import type { MapEdge, ServiceMap } from '../../api/ops/service-map.ts';

/** A type and not an interface, as the drawing library wants it. A service with what it asks of its own database, which is no neighbour but a part of it. */
export type PlacedNode = {
  name: string;
  kind: 'caller' | 'service' | 'external';
  x: number;
  y: number;
  database: MapEdge | undefined;
};

export const nodeSize = { width: 176, height: 64 };

/** Callers at the left, who is called at their right. The same services always stand in the same places. */
export function arrangeMap({ nodes, edges }: ServiceMap): { nodes: PlacedNode[]; edges: MapEdge[] } {
  const between = edges.filter(({ kind }) => kind !== 'sql');
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 32, ranksep: 96 });
  graph.setDefaultEdgeLabel(() => ({}));
  const shown = nodes.filter(({ kind }) => kind !== 'database').toSorted(byName);
  for (const { name } of shown) graph.setNode(name, { ...nodeSize });
  // Events often run against the calls; they place only those whom nobody calls.
  const called = new Set(between.filter(({ kind }) => kind !== 'event').map(({ to }) => to));
  const first = between.filter(({ kind, to }) => kind !== 'event' || !called.has(to));
  for (const { from, to, kind } of first) graph.setEdge(from, to, {}, kind);
  dagre.layout(graph);
  return {
    nodes: shown.map(({ name, kind }) => {
      const { x, y } = graph.node(name) as { x: number; y: number };
      const database = edges.find((edge) => edge.kind === 'sql' && edge.from === name);
      return {
        name,
        kind: kind as PlacedNode['kind'],
        x: x - nodeSize.width / 2,
        y: y - nodeSize.height / 2,
        database,
      };
    }),
    edges: between,
  };
}

const byName = (left: { name: string }, right: { name: string }): number =>
  left.name.localeCompare(right.name);
