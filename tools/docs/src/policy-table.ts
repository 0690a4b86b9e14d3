import { longest, nameOf, PLACES, type ShopPolicy } from './shop-policies.ts';

const number = (value: number): string => value.toLocaleString('en');
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Every policy of every service with its budgets. Times are milliseconds. */
export function policyTable(policies: readonly ShopPolicy[]): string {
  const rows = policies.map((policy) => {
    const { deadline, attemptTimeout, retry, budget, bulkhead } = policy.settings;
    const waitsFor = PLACES[nameOf(policy)]?.waitsFor.join(', ') || '–';
    return [
      `${policy.service} → ${policy.dependency}`,
      number(deadline),
      `${retry.attempts} × ${number(attemptTimeout)}`,
      number(longest(policy.settings)),
      waitsFor,
      retry.attempts > 1 ? `${budget!.ratio} for a call, ${budget!.burst} saved` : '–',
      `${number(bulkhead.limit)} + ${number(bulkhead.queue)}`,
    ];
  });
  const head = ['policy', 'deadline', 'attempts', 'longest', 'waits for', 'retries', 'at once + queue'];
  return table(head, rows);
}

/** When each breaker opens, and closes again. */
export function breakerTable(policies: readonly ShopPolicy[]): string {
  const rows = policies.map((policy) => {
    const { breaker } = policy.settings;
    const { failureRate, minimumCalls, window, consecutiveFailures, slowRate = 1, slowCall = 0 } = breaker;
    return [
      `${policy.service} → ${policy.dependency}`,
      `${percent(failureRate)} of ${minimumCalls} or more in ${number(window)}`,
      consecutiveFailures ? String(consecutiveFailures) : '–',
      slowCall ? `${percent(slowRate)} above ${number(slowCall)}` : '–',
      number(breaker.openFor),
      `${breaker.probes} at a time, ${breaker.probesToClose} good ones`,
    ];
  });
  return table(['policy', 'failures', 'in a row', 'slow calls', 'stays open', 'probes'], rows);
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
