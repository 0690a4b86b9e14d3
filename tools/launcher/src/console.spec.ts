import { expect, test } from 'vitest';
import { Console } from './console.ts';

const at = new Date(2026, 2, 1, 9, 5, 7);

function watch(isTTY = false) {
  let text = '';
  const console = new Console({ write: (part) => (text += part), isTTY }, (service) => `logs/${service}.log`);
  return { console, text: () => text };
}

test('an event is one line: time, service, message', () => {
  const { console, text } = watch();
  console.event('order', { at, message: 'confirmed', severe: false });
  expect(text()).toBe('09:05:07  order          confirmed\n');
});

test('a storm of one service ends in a count; the others are still heard', () => {
  const { console, text } = watch();
  for (let i = 0; i < 41; i++) console.event('order', { at, message: 'failed', severe: true });
  console.event('cart', { at, message: 'fine', severe: false });
  console.close();
  expect(text().match(/order .*failed/g)).toHaveLength(4);
  expect(text()).toContain('cart           fine');
  expect(text()).toContain('… and 37 more, see logs/order.log');
});

test('work under way is shown on a terminal only, below everything else', () => {
  const terminal = watch(true);
  terminal.console.pending('  … Build');
  terminal.console.line('hello');
  expect(terminal.text()).toBe('  … Build\r\u001b[Khello\n  … Build');
  const file = watch(false);
  file.console.pending('  … Build');
  file.console.done('built');
  expect(file.text()).toBe('built\n');
});
