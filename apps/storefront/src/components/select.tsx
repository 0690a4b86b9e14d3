import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import styles from './select.module.css';

interface Choice {
  id: string;
  name: string;
}

interface Props {
  label: string;
  name: string;
  choices: Choice[];
  defaultChoice: string;
  autoComplete?: string;
}

export function Select({ label, name, choices, defaultChoice, autoComplete }: Props) {
  return (
    <AriaSelect
      className="field"
      name={name}
      defaultValue={defaultChoice}
      isRequired
      {...(autoComplete ? { autoComplete } : {})}
    >
      <Label className="field-label">{label}</Label>
      <Button className={`input ${styles.button}`}>
        <SelectValue />
        <ChevronDown aria-hidden="true" size={18} />
      </Button>
      <FieldError className="field-error" />
      <Popover className={styles.popover ?? ''}>
        <ListBox items={choices} className={styles.list ?? ''}>
          {(choice) => (
            <ListBoxItem id={choice.id} className={styles.item ?? ''}>
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
