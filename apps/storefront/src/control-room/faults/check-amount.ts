import type { Fault } from '../../api/ops/faults.ts';
import { formatNumber } from '../../format/words.ts';

type Bounds = Pick<Fault, 'unit' | 'minimum' | 'maximum'>;

/** `1 to 60,000`; empty for what is on or off. The unit stands beside. */
export function boundsOf({ unit, minimum, maximum }: Bounds): string {
  if (unit === null || minimum === null || maximum === null) return '';
  return `${formatNumber(minimum)} to ${formatNumber(maximum)}`;
}

/** What is wrong with the text of an amount; null when nothing is. */
export function checkAmount(text: string, fault: Bounds): string | null {
  if (fault.unit === null || fault.minimum === null || fault.maximum === null) return null;
  const value = text.trim() === '' ? NaN : Number(text);
  return value >= fault.minimum && value <= fault.maximum ? null : `Give ${boundsOf(fault)}.`;
}
