import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session.ts';
import { TextField } from '../../components/text-field.tsx';
import styles from './checkout.module.css';
import { CountrySelect } from './country-select.tsx';
import type { Draft } from './draft.ts';

export function AddressFields({ draft }: { draft: Draft | null }) {
  const { data: session } = useQuery(sessionQuery);
  const address = draft?.shippingAddress;
  return (
    <>
      <fieldset className={styles.group}>
        <legend>Contact</legend>
        <TextField
          // Signing in is answered after the first drawing; then the known address fills the field.
          key={session?.email}
          label="E-mail"
          name="email"
          type="email"
          autoComplete="email"
          isRequired
          defaultValue={draft?.email ?? session?.email ?? ''}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Shipping address</legend>
        <TextField
          label="Name"
          name="shippingAddress.name"
          autoComplete="name"
          isRequired
          defaultValue={address?.name ?? session?.name ?? ''}
        />
        <TextField
          label="Street and number"
          name="shippingAddress.line1"
          autoComplete="address-line1"
          isRequired
          defaultValue={address?.line1 ?? ''}
        />
        <div className={styles.pair}>
          <TextField
            label="Postal code"
            name="shippingAddress.postalCode"
            autoComplete="postal-code"
            isRequired
            defaultValue={address?.postalCode ?? ''}
          />
          <TextField
            label="City"
            name="shippingAddress.city"
            autoComplete="address-level2"
            isRequired
            defaultValue={address?.city ?? ''}
          />
        </div>
        <CountrySelect defaultCountry={address?.country} />
      </fieldset>
    </>
  );
}
