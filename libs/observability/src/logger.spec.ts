import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** What a process that logs this writes to its standard output. */
function written(statement: string): Record<string, unknown>[] {
  const logger = new URL('./logger.ts', import.meta.url).href;
  const program = `import { createLogger } from '${logger}'; const log = createLogger('shop', 'info'); ${statement}`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return output
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes one JSON line each, with time, service and message; what is below the level is left out', () => {
  const lines = written(
    `log.debug('no'); log.info({ orderId: 'o' }, 'yes'); log.warn({ err: new Error('x') }, 'oh')`,
  );
  expect(lines.map(({ service, msg, orderId }) => [service, msg, orderId])).toEqual([
    ['shop', 'yes', 'o'],
    ['shop', 'oh', undefined],
  ]);
  expect(lines[0]!['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(lines[1]!['err']).toMatchObject({ message: 'x' });
});

it('writes of an error what it is and where it came from, without what a person may have sent', () => {
  const database = `Object.assign(new Error('invalid input: "S1"'), { severity: 'ERROR', code: '22P02', detail: 'S2', table: 'orders' })`;
  const [refused, unread, wrapped] = written(
    `log.warn({ err: ${database} }, 'a');
    try { JSON.parse('{"S3"') } catch (err) { log.warn({ err }, 'b') }
    log.warn({ err: new Error('no mail to ada@example.com', { cause: ${database} }) }, 'c')`,
  );
  expect(refused!['err']).toMatchObject({
    ...{ type: 'Error', code: '22P02', message: 'PostgreSQL: SQLSTATE 22P02, orders' },
    stack: expect.stringContaining('    at '),
  });
  expect(unread!['err']).toMatchObject({ type: 'SyntaxError' });
  expect(wrapped!['err']).toMatchObject({ message: 'no mail to [e-mail]', cause: { code: '22P02' } });
  expect(JSON.stringify([refused, unread, wrapped])).not.toMatch(/S\d|ada@/);
});

it('never writes personal data, tokens or cookies', () => {
  const secrets = `{ email: 'S1', paymentToken: 'S2', cookie: 'S3', shippingAddress: { city: 'S4' }, orderId: 'o',
    request: { authorization: 'S5', password: 'S6', token: 'S7', email: 'S8' } }`;
  const [line] = written(`log.info(${secrets}, 'placed')`);
  expect(line).toMatchObject({ orderId: 'o', msg: 'placed' });
  expect(JSON.stringify(line)).not.toMatch(/S\d/);
});
