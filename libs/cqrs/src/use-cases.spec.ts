import { Command, Query } from '@nestjs/cqrs';
import { AppError } from '@tradewind/kernel';
import { metrics } from '@tradewind/observability';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useCasesProvider, type UseCases } from './use-cases.ts';
import { requireValid, type FieldProblem } from './validation.ts';

class Rename extends Command<string> {
  constructor(readonly name: string) {
    super();
  }
  problems(): FieldProblem[] {
    return this.name ? [] : [{ field: 'name', message: 'is missing' }];
  }
}
class Count extends Query<number> {}

const bus = { execute: vi.fn<(it: unknown) => Promise<unknown>>() };
let useCases: UseCases;

beforeEach(() => {
  bus.execute.mockReset();
  useCases = useCasesProvider.useFactory(bus as never, bus as never);
});

const timed = async (name: string, outcome: string): Promise<number> => {
  const line = new RegExp(`use_case_seconds_count\\{[^}]*name="${name}",outcome="${outcome}"[^}]*\\} (\\d+)`);
  return Number(line.exec(await metrics.text())?.[1] ?? 0);
};

describe('a use case', () => {
  it('gets its request and gives its answer', async () => {
    bus.execute.mockImplementation(async (it) => (it instanceof Rename ? `now ${it.name}` : 3));
    expect(await useCases.execute(new Rename('x'))).toBe('now x');
    expect(await useCases.ask(new Count())).toBe(3);
  });

  it('is not handled when its request is not valid', async () => {
    await expect(useCases.execute(new Rename(''))).rejects.toMatchObject({
      code: 'VALIDATION.FAILED',
      kind: 'invalid',
    });
    expect(bus.execute).not.toHaveBeenCalled();
  });

  it('is timed under its name and outcome; what is asked for is not written down', async () => {
    const before = await timed('Rename', 'ok');
    await useCases.execute(new Rename('very secret'));
    bus.execute.mockRejectedValueOnce(new AppError('refused', 'NAME.TAKEN', 'taken'));
    await useCases.execute(new Rename('very secret')).catch(() => {});
    bus.execute.mockRejectedValueOnce(new TypeError('a mistake'));
    await useCases.execute(new Rename('very secret')).catch(() => {});
    expect([
      await timed('Rename', 'ok'),
      await timed('Rename', 'NAME.TAKEN'),
      await timed('Rename', 'INTERNAL'),
    ]).toEqual([before + 1, 1, 1]);
    expect(await metrics.text()).not.toContain('very secret');
  });
});

describe('requireValid', () => {
  const one = { field: 'a', message: 'is missing' };
  const two = { field: 'b', message: 'is too long' };

  it('lets pass what has no problems', () => expect(() => requireValid([])).not.toThrow());

  it('tells one problem in its message, and all in its details', () => {
    expect(() => requireValid([one])).toThrow(
      expect.objectContaining({ message: 'a: is missing', details: { errors: [one] } }),
    );
    expect(() => requireValid([one, two])).toThrow(
      expect.objectContaining({ message: '2 fields are not valid', details: { errors: [one, two] } }),
    );
  });
});
