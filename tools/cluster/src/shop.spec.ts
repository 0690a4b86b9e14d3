import { expect, it } from 'vitest';
import { loader } from './context.ts';
import { imagesIn } from './images.ts';
import { readOptions } from './options.ts';
import { namespaceOf, workloadsOf } from './shop.ts';

const rendered = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: order
spec:
  template:
    spec:
      containers:
        - name: app
          image: tradewind/order:0.1.0
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: postgres
spec:
  template:
    spec:
      containers:
        - image: "postgres:18"
`;

it('finds the images and the namespace of what an overlay renders to', () => {
  expect(imagesIn(rendered)).toEqual(['tradewind/order:0.1.0', 'postgres:18']);
  expect(namespaceOf(rendered)).toBe('shop');
});

it('knows who runs an image that was built anew', () => {
  expect(workloadsOf(rendered, ['tradewind/order:0.1.0'])).toEqual(['deployment/order']);
  expect(workloadsOf(rendered, [])).toEqual([]);
});

it('refuses an overlay without a namespace: what it needs would be made elsewhere', () => {
  expect(() => namespaceOf('kind: Service\nmetadata: { name: a }')).toThrow('no Namespace');
});

it('reads a command and its options, and says what is wrong with them', () => {
  expect(readOptions(['up'])).toMatchObject({ command: 'up', overlay: 'mesh', help: false });
  expect(readOptions(['down', '--context', 'kind']).context).toBe('kind');
  expect(readOptions([]).help).toBe(true);
  expect(() => readOptions(['grow'])).toThrow('no such command: grow (up, down');
  expect(() => readOptions(['up', '--size', '3'])).toThrow("Unknown option '--size'");
  expect(() => readOptions(['forward', '--port', 'x'])).toThrow('--port x: not a port');
});

it('knows how images come into local clusters, and that elsewhere they do not', () => {
  expect(loader('kind-shop', 'kind://docker/shop/node')?.join(' ')).toBe(
    'kind load docker-image --name shop',
  );
  expect(loader('shop', '{"minikube.k8s.io/name":"shop"}')?.join(' ')).toBe(
    'minikube --profile shop image load',
  );
  expect(loader('prod', 'aws:///eu-central-1a/i-1')).toBeUndefined();
});
