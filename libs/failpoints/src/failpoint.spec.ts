import { describe, expect, it, vi } from 'vitest';
import { createFailpoints } from './failpoint.ts';

function switchedOn(kill = vi.fn()) {
  const registry = createFailpoints(kill);
  registry.enable();
  return { registry, kill };
}

describe('failpoints', () => {
  it('are inert until they are switched on', () => {
    const registry = createFailpoints();
    expect(registry.pass('commit:a:before')).toBeUndefined();
    expect(registry.list()).toEqual([]);
    expect(() => registry.arm('commit:a:before', { action: { do: 'kill' }, at: 1, times: 1 })).toThrow(
      'not switched on',
    );
  });

  it('are known by being passed', () => {
    const { registry } = switchedOn();
    for (const name of ['b', 'a', 'b']) expect(registry.pass(name)).toBeUndefined();
    expect(registry.list()).toEqual([
      { name: 'a', passed: 1, armed: null },
      { name: 'b', passed: 2, armed: null },
    ]);
  });

  it('act at the passage that was asked for, and as often as asked for', async () => {
    const { registry } = switchedOn();
    registry.arm('a', { action: { do: 'fail' }, at: 2, times: 2 });
    expect(registry.pass('a')).toBeUndefined();
    await expect(registry.pass('a')).rejects.toMatchObject({ code: 'FAILPOINT.FAILED', retryable: true });
    await expect(registry.pass('a')).rejects.toThrow();
    expect(registry.pass('a')).toBeUndefined();
  });

  it('let nothing run after a kill', async () => {
    const { registry, kill } = switchedOn();
    registry.arm('a', { action: { do: 'kill' }, at: 1, times: 1 });
    const settled = vi.fn();
    void registry.pass('a')!.then(settled, settled);
    await new Promise(setImmediate);
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
    expect(settled).not.toHaveBeenCalled();
  });

  it('go on after a stop and after a wait, and can be disarmed', async () => {
    const { registry, kill } = switchedOn();
    registry.arm('a', { action: { do: 'stop' }, at: 1, times: 1 });
    await registry.pass('a');
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGSTOP');
    registry.arm('a', { action: { do: 'wait', milliseconds: 1 }, at: 1, times: 5 });
    await registry.pass('a');
    registry.disarm();
    expect(registry.pass('a')).toBeUndefined();
  });
});
