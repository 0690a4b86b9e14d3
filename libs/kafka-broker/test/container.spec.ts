import { expect, it } from 'vitest';
import { containerArguments, containerName } from '../src/docker/start-container.ts';

const listed = containerArguments('broker', { port: 8090, controllerPort: 8110 });
const environment = listed.filter((_, index) => listed[index - 1] === '--env');

it("a container is told what the image's rule makes of the broker's settings", () => {
  expect(environment).toContain('KAFKA_PROCESS_ROLES=broker,controller');
  expect(environment).toContain('KAFKA_BROKER_SESSION_TIMEOUT_MS=2000');
  expect(environment.every((it) => /^(KAFKA_[A-Z_]+|CLUSTER_ID)=/.test(it))).toBe(true);
});

it('a container listens on all its addresses, is told to others by one, and is reached from this machine alone', () => {
  expect(environment).toContain('KAFKA_LISTENERS=PLAINTEXT://:8090,CONTROLLER://:8110');
  expect(environment).toContainEqual(
    expect.stringMatching(/^KAFKA_ADVERTISED_LISTENERS=PLAINTEXT:\/\/127.0.0.1:8090,/),
  );
  expect(listed).toContain('127.0.0.1:8090:8090');
  expect(listed.at(-1)).toMatch(/^apache\/kafka:4\.\d+\.\d+$/);
});

it('each directory has a container of its own, always the same', () => {
  expect(containerName('/a')).toBe(containerName('/a'));
  expect(containerName('/a')).not.toBe(containerName('/b'));
  expect(containerName('/a')).toMatch(/^tradewind-kafka-[0-9a-f]{12}$/);
});
