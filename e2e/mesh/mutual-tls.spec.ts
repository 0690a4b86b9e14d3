import { describe, expect, it } from 'vitest';
import { greetings, outsideUrl, search } from './support/calls.ts';
import { apply, eventually, NAMESPACE, podsOf, remove, type Manifest } from './support/cluster.ts';
import { certificateOf } from './support/istioctl.ts';
import { asGateway, asOrder, asStranger, outside, pod, sendOne, told, type Job } from './support/probes.ts';
import { inPlace, shipped } from './support/shipped.ts';

/** What somebody without an identity can try: HTTP, gRPC, and the two connections that are neither. */
const plaintext: Record<string, Job> = {
  'gateway by HTTP': { url: outsideUrl('gateway', 80, '/api/products') },
  'product by HTTP': { url: outsideUrl('product', 9100, '/info') },
  'the webhook of payment': { url: outsideUrl('payment', 9080, '/webhooks/psp'), method: 'POST', body: '{}' },
  'psp-simulator by HTTP': { url: outsideUrl('psp-simulator', 8080, '/v1/ledger') },
  'product by gRPC': {
    url: outsideUrl('product', 9090, '/tradewind.product.v1.ProductService/SearchProducts'),
    grpc: '',
  },
  'order by gRPC': { url: outsideUrl('order', 9090, '/tradewind.order.v1.OrderService/GetOrder'), grpc: '' },
  postgres: greetings.postgres,
  kafka: greetings.kafka,
};

const info: Job = { url: outsideUrl('product', 9100, '/info') };
const webhook = plaintext['the webhook of payment']!;
const answerTo = async (job: Job): Promise<string> => told(await sendOne(outside, job));
const becomes = (job: Job, answer: string): Promise<void> =>
  eventually(async () => expect(await answerTo(job)).toBe(answer));

const anyone: Manifest = {
  apiVersion: 'security.istio.io/v1',
  kind: 'AuthorizationPolicy',
  metadata: { name: 'mesh-test-anyone-reads-info' },
  spec: {
    action: 'ALLOW',
    selector: { matchLabels: { 'app.kubernetes.io/name': 'product' } },
    rules: [{ to: [{ operation: { ports: ['9100'], paths: ['/info'] } }] }],
  },
};

describe('STRICT mutual TLS', () => {
  it.each(Object.entries(plaintext))('closes plaintext: %s', async (_, job) => {
    expect(await answerTo(job)).toBe('ECONNRESET');
  });

  it('closes plaintext whatever the policies allow, and takes it in PERMISSIVE, until it is STRICT again', async () => {
    await inPlace([anyone], async () => {
      const asks: Job = { url: 'http://product:9100/info' };
      await eventually(async () => expect(told(await sendOne(asStranger, asks))).toBe('200'));
      expect(await answerTo(info)).toBe('ECONNRESET');
      await inPlace(shipped('security/migration/1-permissive.yaml'), async () => {
        await becomes(info, '200');
        // The policies ask for an identity, and plaintext has none.
        expect(await answerTo(plaintext['psp-simulator by HTTP']!)).toBe('403');
        await inPlace(shipped('security/migration/3-strict.yaml'), () => becomes(info, 'ECONNRESET'));
        await becomes(info, '200');
      });
      await becomes(info, 'ECONNRESET');
    });
  });

  it('begins with one service: payment is STRICT while the others are PERMISSIVE', async () => {
    await inPlace(shipped('security/migration/1-permissive.yaml'), async () => {
      await becomes(webhook, '403');
      await inPlace(shipped('security/migration/2-strict-for-payment.yaml'), async () => {
        await becomes(webhook, 'ECONNRESET');
        expect(await answerTo(info)).toBe('403');
      });
    });
    await becomes(info, 'ECONNRESET');
  });

  it('opens one port of payment, and no other', async () => {
    await inPlace(shipped('security/migration/exception-webhook-port.yaml'), async () => {
      // Payment itself answers: the body has no signature.
      await eventually(async () => expect(await answerTo(webhook)).toMatch(/^40[01]$/));
      const others = [9100, 9090].map((port) => answerTo({ url: outsideUrl('payment', port, '/info') }));
      expect(await Promise.all(others)).toEqual(['ECONNRESET', 'ECONNRESET']);
      expect(await answerTo({ url: outsideUrl('payment', 9080, '/else') })).toBe('403');
    });
    await becomes(webhook, 'ECONNRESET');
  });
});

describe('connections that are no HTTP', () => {
  it.each(Object.entries(greetings))(
    '%s answers who has a rule, and closes on everybody else',
    async (_, job) => {
      const answers = await Promise.all([asOrder, asStranger, asGateway].map((who) => sendOne(who, job)));
      expect(answers.map(told)).toEqual(['ANSWER', 'CLOSED', 'CLOSED']);
    },
  );
});

describe('identities', () => {
  it('are names of service accounts, for a day', async () => {
    const [name] = await podsOf('payment');
    const certificate = await certificateOf(name!);
    expect(certificate.subjectAltName).toBe(`URI:spiffe://cluster.local/ns/${NAMESPACE}/sa/payment`);
    const hours = (certificate.validToDate.getTime() - certificate.validFromDate.getTime()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.now());
  });

  it('get a new certificate before the old one ends, and no call fails', async () => {
    const rotating = { name: 'mesh-test-rotating', namespace: NAMESPACE };
    const short = 'proxyMetadata: { SECRET_TTL: 10s }';
    const manifest = pod(rotating, 'gateway', { 'proxy.istio.io/config': short });
    await apply([manifest]);
    try {
      const first = await eventually(() => certificateOf(rotating.name), 60_000);
      const answers = new Set<string>();
      await eventually(async () => {
        answers.add(told(await sendOne(rotating, search({ alone: true }))));
        expect((await certificateOf(rotating.name)).serialNumber).not.toBe(first.serialNumber);
      }, 30_000);
      answers.add(told(await sendOne(rotating, search({ alone: true }))));
      expect([...answers]).toEqual(['200 grpc 0 OK']);
    } finally {
      await remove([manifest]);
    }
  });
});
