import { asTitle } from '../../format/words.ts';
import styles from './product.module.css';

export function Attributes({ sku, attributes }: { sku: string; attributes: Record<string, string> }) {
  return (
    <dl className={styles.attributes}>
      {Object.entries(attributes).map(([name, value]) => (
        <div key={name}>
          <dt>{asTitle(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>Article</dt>
        <dd>{sku}</dd>
      </div>
    </dl>
  );
}
