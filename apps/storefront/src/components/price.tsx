import type { Money } from '../api/money.ts';
import { formatMoney } from '../format/money.ts';

export function Price({ money }: { money: Money }) {
  return <span className="numeric">{formatMoney(money)}</span>;
}
