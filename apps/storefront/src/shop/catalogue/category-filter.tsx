import { Skeleton } from '../../components/skeleton.tsx';
import { formatNumber } from '../../format/words.ts';
import type { Category } from './categories.ts';
import styles from './filters.module.css';

interface Props {
  categories: Category[];
  pending: boolean;
  chosen: string;
  onChoose: (category: string) => void;
}

/** While the categories are on their way, as many grey lines as the shop has of them. */
const usualCount = 8;

export function CategoryFilter({ categories, pending, chosen, onChoose }: Props) {
  const all: Category = { value: '', label: 'All goods', count: 0 };
  return (
    <fieldset className={styles.group}>
      <legend>Category</legend>
      {[all, ...categories].map((category) => (
        <label key={category.value} className={styles.choice}>
          <input
            type="radio"
            name="category"
            checked={category.value === chosen}
            onChange={() => onChoose(category.value)}
          />
          <span>{category.label}</span>
          {category.count > 0 && <span className={styles.number}>{formatNumber(category.count)}</span>}
        </label>
      ))}
      {pending &&
        Array.from({ length: usualCount }, (_, index) => (
          <span key={index} className={styles.choice}>
            <Skeleton width="70%" />
          </span>
        ))}
    </fieldset>
  );
}
