import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portTable } from './ports.ts';
import { eventLogDatabase, topology } from './topology.ts';

const { processes } = topology;
const names = processes.map(({ name }) => name);
const find = (name: string) => processes.find((process) => process.name === name);

test('names are unique', () => {
  expect(new Set(names).size).toBe(names.length);
});

test('every process has an admin port, and every port is used once, within 39 of PORT', () => {
  for (const { ports } of processes) expect(ports.admin).toBeDefined();
  const distances = [...portTable(topology).values()];
  expect(new Set(distances).size).toBe(distances.length);
  for (const distance of distances)
    expect(distance).toBeOneOf(Array.from({ length: 40 }, (_, index) => index));
});

test('every peer exists and answers gRPC', () => {
  for (const { peers = [] } of processes)
    for (const peer of peers) expect(find(peer)?.ports.grpc).toBeDefined();
});

test('every dependency exists, and none leads back', () => {
  const visit = (name: string, path: readonly string[]): void => {
    expect(names).toContain(name);
    expect(path).not.toContain(name);
    for (const dependency of find(name)?.dependsOn ?? []) visit(dependency, [...path, name]);
  };
  for (const name of names) visit(name, []);
});

test('every database belongs to one process', () => {
  const databases = processes.flatMap(({ database }) => database ?? []);
  expect(new Set([...databases, eventLogDatabase]).size).toBe(databases.length + 1);
});

test("the README's port table is the real one", () => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8').replaceAll(/ +\|/g, ' |');
  for (const [key, distance] of portTable(topology))
    expect(readme).toContain(`| ${8080 + distance} | ${key.replace('/', ' ')} |`);
});
