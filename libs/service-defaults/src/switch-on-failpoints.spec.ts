import { createFailpoints } from '@tradewind/failpoints';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { switchOnFailpoints } from './switch-on-failpoints.ts';

describe('failpoints that are armed at the start', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tradewind-failpoints-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are those of the file, which serves one start only', () => {
    const file = join(folder, 'order.json');
    writeFileSync(file, JSON.stringify({ 'commit:log.create-topics:before': { action: { do: 'kill' } } }));
    const registry = createFailpoints();
    switchOnFailpoints(registry, file);
    const armed = { action: { do: 'kill' }, at: 1, times: 1 };
    expect(registry.list()).toEqual([{ name: 'commit:log.create-topics:before', passed: 0, armed }]);
    expect(existsSync(file)).toBe(false);
    const next = createFailpoints();
    switchOnFailpoints(next, file);
    expect(next.list()).toEqual([]);
  });

  it('are none without a file', () => {
    const registry = createFailpoints();
    switchOnFailpoints(registry, undefined);
    expect(registry.enabled).toBe(true);
    expect(registry.list()).toEqual([]);
  });

  it('are refused when the file makes no sense, and nothing starts', () => {
    const file = join(folder, 'order.json');
    writeFileSync(file, '{"a": {"action": {"do": "explode"}}}');
    expect(() => switchOnFailpoints(createFailpoints(), file)).toThrow('Invalid');
  });
});
