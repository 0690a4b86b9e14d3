import { describe, expect, it } from 'vitest';
import type { MapEdge, ServiceMap } from '../../api/ops/service-map.ts';
import { arrangeMap } from './arrange-map.ts';

const edge = (from: string, to: string, kind: MapEdge['kind']): MapEdge => ({
  ...{ from, to, kind, calls: 4, errors: 0 },
  p50Ms: 1,
  p99Ms: 2,
});
const map: ServiceMap = {
  since: '2026-01-01T00:00:00Z',
  traces: 1,
  nodes: [
    { name: 'order', kind: 'service' },
    { name: 'gateway', kind: 'service' },
    { name: 'shoppers', kind: 'caller' },
    { name: 'order database', kind: 'database' },
  ],
  edges: [
    edge('shoppers', 'gateway', 'http'),
    edge('gateway', 'order', 'grpc'),
    edge('order', 'gateway', 'event'),
    edge('order', 'order database', 'sql'),
  ],
};

describe('the arranged service map', () => {
  const placed = arrangeMap(map);
  const x = (name: string): number => placed.nodes.find((node) => node.name === name)!.x;

  it('reads from the left to the right, whatever way the events go', () => {
    expect(x('shoppers')).toBeLessThan(x('gateway'));
    expect(x('gateway')).toBeLessThan(x('order'));
  });

  it('shows a database as a part of its service', () => {
    expect(placed.nodes.map(({ name }) => name)).toEqual(['gateway', 'order', 'shoppers']);
    expect(placed.nodes[1]!.database).toMatchObject({ calls: 4 });
    expect(placed.edges.map(({ kind }) => kind)).toEqual(['http', 'grpc', 'event']);
  });

  it('stands still when the same services are listed in another order', () => {
    expect(arrangeMap({ ...map, nodes: map.nodes.toReversed() }).nodes).toEqual(placed.nodes);
  });
});
