import { describe, expect, it } from 'vitest';
import { between, quantile, readSample, shareWithin } from './histogram.ts';

const text = `
http_server_seconds_bucket{le="0.1",method="GET",route="/api/cart",status="200"} 8
http_server_seconds_bucket{le="0.25",method="GET",route="/api/cart",status="200"} 9
http_server_seconds_bucket{le="+Inf",method="GET",route="/api/cart",status="200"} 10
http_server_seconds_count{method="GET",route="/api/cart",status="200"} 10
http_server_seconds_count{method="POST",route="/api/orders",status="202"} 3
http_server_seconds_count{method="POST",route="/api/orders",status="503"} 2
http_server_seconds_count{method="GET",route="/api/orders/:orderId/events",status="200"} 50
http_server_seconds_count{method="GET",route="/*",status="500"} 50`;

describe('service levels from the gateway’s histogram', () => {
  const sample = readSample(text, 1_000);

  it('count the API’s own answers only', () => {
    expect(sample).toMatchObject({ requests: 15, failed: 2, ordersPlaced: 3 });
  });

  it('interpolate a quantile inside its bucket', () => {
    expect(quantile(sample.buckets, 0.4)).toBeCloseTo(50);
    expect(quantile(sample.buckets, 0.85)).toBeCloseTo(175);
    expect(quantile(new Map(), 0.5)).toBe(0);
  });

  it('say which share was quick enough', () => {
    expect(shareWithin({ ...sample, requests: 10 }, 0.25)).toBe(0.9);
  });

  it('start anew after a restart of the gateway', () => {
    expect(between({ ...sample, requests: 99 }, sample)).toBe(sample);
    expect(between(sample, { ...sample, at: 2_000, requests: 25 })).toMatchObject({
      at: 1_000,
      requests: 10,
    });
  });
});
