import type { LogFilter } from '../../api/ops/logs.ts';
import styles from './logs.module.css';

interface Props {
  filter: LogFilter;
  services: string[];
  onChange: (filter: LogFilter) => void;
}

const levels = [
  ['', 'all'],
  ['warn', 'warnings and errors'],
  ['error', 'errors'],
] as const;

/** Plain selects: a choice takes effect at once. */
export function LogFilters({ filter, services, onChange }: Props) {
  return (
    <form className={styles.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span className="field-label">Service</span>
        <select
          className="input"
          value={filter.service}
          onChange={(event) => onChange({ ...filter, service: event.target.value })}
        >
          <option value="">all</option>
          {services.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">Level</span>
        <select
          className="input"
          value={filter.level}
          onChange={(event) => onChange({ ...filter, level: event.target.value })}
        >
          {levels.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">Trace</span>
        <input
          className="input"
          defaultValue={filter.traceId}
          autoComplete="off"
          spellCheck={false}
          onBlur={(event) => onChange({ ...filter, traceId: event.target.value.trim() })}
        />
      </label>
    </form>
  );
}
