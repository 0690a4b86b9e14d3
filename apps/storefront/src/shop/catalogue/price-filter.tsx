import type { ProductSearch } from '../../api/products.ts';
import { toMajorUnits, toMinorUnits } from '../../format/money.ts';
import styles from './filters.module.css';

interface Props {
  search: ProductSearch;
  currency: string;
  onChange: (part: Partial<ProductSearch>) => void;
}

/** A range of prices, typed in whole currency; applied with Enter or the button, not on every keystroke. */
export function PriceFilter({ search, currency, onChange }: Props) {
  const apply = (form: FormData) =>
    onChange({
      minPrice: toMinorUnits(String(form.get('from')), currency),
      maxPrice: toMinorUnits(String(form.get('to')), currency),
    });
  return (
    <form
      className={styles.group}
      onSubmit={(event) => {
        event.preventDefault();
        apply(new FormData(event.currentTarget));
      }}
    >
      <fieldset>
        <legend>Price, {currency}</legend>
        <div className={styles.range}>
          <Amount
            name="from"
            label="Lowest price"
            placeholder="from"
            minor={search.minPrice}
            currency={currency}
          />
          <Amount
            name="to"
            label="Highest price"
            placeholder="to"
            minor={search.maxPrice}
            currency={currency}
          />
          <button type="submit" className="button">
            Apply
          </button>
        </div>
      </fieldset>
    </form>
  );
}

interface AmountProps {
  name: string;
  label: string;
  placeholder: string;
  minor: number | null;
  currency: string;
}

function Amount({ name, label, placeholder, minor, currency }: AmountProps) {
  return (
    <input
      className="input"
      name={name}
      aria-label={label}
      placeholder={placeholder}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={minor === null ? '' : toMajorUnits(minor, currency)}
    />
  );
}
