import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';
import styles from './switch.module.css';

export function Switch({ label, ...props }: SwitchFieldProps & { label: string }) {
  return (
    <SwitchField {...props}>
      <SwitchButton className={styles.button ?? ''}>
        <span className={styles.track} aria-hidden="true" />
        {label}
      </SwitchButton>
    </SwitchField>
  );
}
