import { eventually } from '@tradewind/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { operate } from '../support/operator.ts';
import { productsInStock, Shopper, type Order } from '../support/shop.ts';

interface LogLine {
  at: string;
  service: string;
  level: string;
  message: string;
  traceId: string | null;
  spanId: string | null;
  fields: Record<string, unknown>;
}

const logs = async (query: Record<string, string>): Promise<LogLine[]> =>
  (await operate<{ items: LogLine[] }>(`/ops/api/logs?${new URLSearchParams(query)}`)).items;

let order: Order;

beforeAll(async () => {
  const shopper = new Shopper();
  const [product] = await productsInStock(shopper);
  await shopper.add(product!.id);
  order = (await shopper.order('tok_ok')).body;
});

describe('the logs of the running system', () => {
  it('are merged over all processes, newest first', async () => {
    // Those who talk most fill the latest lines of all: each is asked for, too.
    for (const service of ['gateway', 'order', 'inventory', 'payment', 'notification', 'control-room']) {
      const own = await logs({ service, limit: '5' });
      expect(new Set(own.map((line) => line.service))).toEqual(new Set([service]));
    }
    const lines = await logs({ limit: '500' });
    expect(new Set(lines.map(({ service }) => service)).size).toBeGreaterThan(1);
    expect(lines.map(({ at }) => at)).toEqual(
      lines
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(Object.keys(lines[0]!)).toEqual([
      ...['at', 'service', 'level', 'message', 'traceId', 'spanId', 'fields'],
    ]);
  });

  it('can be asked for one trace: what the processes wrote about one order', async () => {
    const { traceId } = order;
    await eventually(async () => {
      const lines = await logs({ traceId });
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.map((line) => line.traceId)).toEqual(lines.map(() => traceId));
      const access = lines.find(({ fields }) => fields['access'] === true);
      expect(access).toMatchObject({
        ...{ service: 'gateway', level: 'info' },
        fields: { method: 'POST', route: '/api/orders', status: 201 },
      });
    });
  });

  it('can be asked for one service, one level and a number', async () => {
    const lines = await logs({ service: 'order', limit: '1' });
    expect(lines.map(({ service }) => service)).toEqual(['order']);
    const urgent = await logs({ level: 'warn' });
    expect(urgent.filter(({ level }) => ['trace', 'debug', 'info'].includes(level))).toEqual([]);
  });

  it.each(['level=loud', 'limit=0', 'limit=501', 'traceId=1', 'servce=order'])('refuse %s', async (query) => {
    await expect(operate(`/ops/api/logs?${query}`)).rejects.toThrow('VALIDATION.FAILED');
  });
});
