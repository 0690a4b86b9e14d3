import styles from './mailbox.module.css';

export function ReceiverFilter({ to, onChange }: { to: string; onChange: (to: string) => void }) {
  return (
    <form
      className={styles.filter}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(String(new FormData(event.currentTarget).get('to') ?? '').trim());
      }}
    >
      <label className="field">
        <span className="field-label">Receiver</span>
        <input className="input" name="to" type="email" defaultValue={to} autoComplete="off" />
      </label>
      <button type="submit" className="button">
        Filter
      </button>
    </form>
  );
}
