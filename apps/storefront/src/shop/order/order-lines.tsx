import { Link } from 'react-router';
import type { Order } from '../../api/orders.ts';
import { Price } from '../../components/price.tsx';
import styles from './order.module.css';

export function OrderLines({ order }: { order: Order }) {
  return (
    <table className={styles.lines}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Quantity</th>
          <th scope="col">Product</th>
          <th scope="col">Price</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.productId}>
            <td className="numeric">{line.quantity} ×</td>
            <td>
              <Link to={`/products/${line.productId}`}>{line.name}</Link>
            </td>
            <td>
              <Price money={line.lineTotal} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <th scope="row">Total</th>
          <td>
            <Price money={order.total} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
