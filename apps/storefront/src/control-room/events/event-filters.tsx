import type { EventFilter } from '../../api/ops/events.ts';
import styles from './events.module.css';

interface Props {
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
}

export function EventFilters({ filter, onChange }: Props) {
  return (
    <form
      className={styles.filters}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const read = (name: string) => String(form.get(name) ?? '').trim();
        onChange({ aggregateId: read('aggregateId'), type: read('type') });
      }}
    >
      <label className="field">
        <span className="field-label">Order or other id</span>
        <input className="input" name="aggregateId" defaultValue={filter.aggregateId} autoComplete="off" />
      </label>
      <label className="field">
        <span className="field-label">Type</span>
        <input
          className="input"
          name="type"
          defaultValue={filter.type}
          placeholder="tradewind.order.v1.order-confirmed"
          autoComplete="off"
        />
      </label>
      <button type="submit" className="button">
        Filter
      </button>
    </form>
  );
}
