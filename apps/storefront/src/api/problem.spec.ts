import { describe, expect, it } from 'vitest';
import { noAnswer, toApiError } from './problem.ts';

function answer(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers });
}

describe('toApiError', () => {
  it('reads code, message, trace and fields of a problem document', async () => {
    const error = await toApiError(
      answer(
        422,
        JSON.stringify({
          title: 'Unprocessable',
          detail: 'Two fields are wrong.',
          code: 'VALIDATION.FAILED',
          traceId: 'abc',
          errors: [{ field: 'email', message: 'is not an address' }, { nonsense: true }],
        }),
      ),
    );
    expect(error).toMatchObject({
      status: 422,
      code: 'VALIDATION.FAILED',
      message: 'Two fields are wrong.',
      traceId: 'abc',
      fields: [{ field: 'email', message: 'is not an address' }],
      passing: false,
    });
  });

  it('lets the status speak when a proxy answers with a page', async () => {
    const error = await toApiError(answer(502, '<h1>Bad gateway</h1>'));
    expect(error).toMatchObject({ code: 'HTTP.502', message: 'The server answered 502.', passing: true });
  });

  it('keeps the seconds of Retry-After and ignores a date there', async () => {
    expect((await toApiError(answer(503, '{}', { 'retry-after': '7' }))).retryAfter).toBe(7);
    expect((await toApiError(answer(503, '{}', { 'retry-after': 'Fri, 01 Jan' }))).retryAfter).toBeNull();
    expect((await toApiError(answer(503, '{}'))).retryAfter).toBeNull();
  });
});

describe('noAnswer', () => {
  it('is worth another try', () => {
    expect(noAnswer()).toMatchObject({ status: 0, code: 'NETWORK.UNREACHABLE', passing: true });
  });
});
