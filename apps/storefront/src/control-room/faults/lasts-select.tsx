import styles from './faults.module.css';

const CHOICES = [
  { seconds: 60, words: '1 minute' },
  { seconds: 300, words: '5 minutes' },
  { seconds: 1_800, words: '30 minutes' },
];

/** After how long a switch that is thrown from now on ends by itself. */
export function LastsSelect({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) {
  return (
    <label className={styles.lasts}>
      <span className="soft">Each ends after</span>
      <select className="input" value={seconds} onChange={(event) => onChange(Number(event.target.value))}>
        {CHOICES.map((choice) => (
          <option key={choice.seconds} value={choice.seconds}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  );
}
