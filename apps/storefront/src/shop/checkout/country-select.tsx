import { useMemo } from 'react';
import { Select } from '../../components/select.tsx';
import { likelyCountry, shippingCountries } from './countries.ts';

export function CountrySelect({ defaultCountry }: { defaultCountry: string | undefined }) {
  const choices = useMemo(() => shippingCountries().map(({ code, name }) => ({ id: code, name })), []);
  return (
    <Select
      label="Country"
      name="shippingAddress.country"
      autoComplete="country"
      choices={choices}
      defaultChoice={defaultCountry ?? likelyCountry()}
    />
  );
}
