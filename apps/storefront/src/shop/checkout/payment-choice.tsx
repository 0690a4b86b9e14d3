import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import styles from './payment-choice.module.css';
import { testCards } from './test-cards.ts';

/** No card numbers here: each test card makes the payment simulator behave in its own way. */
export function PaymentChoice() {
  return (
    <RadioGroup name="payment.token" defaultValue="tok_ok" isRequired className={styles.group ?? ''}>
      <Label className={styles.legend ?? ''}>Test card</Label>
      <p className="soft">
        No money moves here. Each card makes the payment simulator behave in its own way.
      </p>
      <div className={styles.cards}>
        {testCards.map((card) => (
          <RadioField key={card.token} value={card.token} className={styles.field ?? ''}>
            <RadioButton className={styles.card ?? ''}>
              <span className={styles.mark} aria-hidden="true" />
              <span className={styles.name}>{card.name}</span>
              <code className={styles.token}>{card.token}</code>
            </RadioButton>
            <Text slot="description" className={styles.outcome ?? ''}>
              {card.outcome}
            </Text>
          </RadioField>
        ))}
      </div>
      <FieldError className="field-error" />
    </RadioGroup>
  );
}
