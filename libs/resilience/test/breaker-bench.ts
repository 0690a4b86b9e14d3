import { AppError } from '@tradewind/kernel';
import { fixedClock } from '@tradewind/testing';
import { createCircuitBreaker, type BreakerSettings } from '../src/index.ts';
const base: BreakerSettings = { failureRate: 0.5, minimumCalls: 10, window: 10_000, openFor: 5_000 };

/** A breaker with a clock that stands still until it is told, and what calls through it come to. */
export function breakerBench(own: Partial<BreakerSettings> = {}) {
  const clock = fixedClock();
  const changes: string[] = [];
  const told = (state: string, reason: string): void => void changes.push(`${state}: ${reason}`);
  const breaker = createCircuitBreaker('bank', { ...base, ...own }, told, clock.now);
  const call = async (milliseconds: number, error?: Error): Promise<string> => {
    const answer = breaker.execute(async () => {
      clock.advance(milliseconds);
      if (error) throw error;
      return 'ok';
    });
    return answer.catch((it: AppError) => it.code);
  };
  return {
    breaker,
    clock,
    changes,
    good: (milliseconds = 0) => call(milliseconds),
    bad: (milliseconds = 0) => call(milliseconds, new AppError('unavailable', 'AWAY', 'away')),
    async times(count: number, what: () => Promise<string>): Promise<string[]> {
      const answers: string[] = [];
      for (let done = 0; done < count; done++) answers.push(await what());
      return answers;
    },
    /** A call whose end is ours to choose. */
    held() {
      let end = (_error?: Error): void => {};
      const running = breaker
        .execute(
          () =>
            new Promise<string>((resolve, reject) => {
              end = (error) => (error ? reject(error) : resolve('ok'));
            }),
        )
        .catch((error: AppError) => error.code);
      return { running, end: (error?: Error) => end(error) };
    },
  };
}
export const away = (): AppError => new AppError('unavailable', 'AWAY', 'away');
