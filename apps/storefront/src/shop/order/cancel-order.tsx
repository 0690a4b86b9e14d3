import type { Order } from '../../api/orders.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './order.module.css';

interface Props {
  order: Order;
  cancelling: boolean;
  error: unknown;
  onCancel: () => void;
}

export function CancelOrder({ order, cancelling, error, onCancel }: Props) {
  if (order.status !== 'pending' && order.status !== 'confirmed') return null;
  return (
    <div className={styles.cancel}>
      {error !== null && <ErrorNotice title="The order could not be cancelled." error={error} />}
      <button type="button" className="button danger" disabled={cancelling} onClick={onCancel}>
        {cancelling ? 'Cancelling' : 'Cancel the order'}
      </button>
    </div>
  );
}
