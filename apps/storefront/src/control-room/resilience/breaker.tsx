import type { Resilience } from '../../api/ops/resilience.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatClock } from '../../format/time.ts';
import { formatPercent } from '../../format/words.ts';
import { toneOfBreaker } from '../components/state-tones.ts';

export function Breaker({ breaker }: { breaker: Resilience['policies']['breaker'] }) {
  if (!breaker) return <span className="soft">none</span>;
  const remarks = [
    ...(breaker.failureRate > 0 ? [`${formatPercent(breaker.failureRate)} failing`] : []),
    ...(breaker.openedAt ? [`since ${formatClock(breaker.openedAt)}`] : []),
  ];
  return (
    <>
      <StatusMark tone={toneOfBreaker(breaker.state)}>{breaker.state}</StatusMark>
      {remarks.length > 0 && <span className="soft small"> · {remarks.join(', ')}</span>}
    </>
  );
}
