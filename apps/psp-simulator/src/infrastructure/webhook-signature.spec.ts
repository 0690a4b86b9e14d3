import { expect, it } from 'vitest';
import { signatureOf } from './webhook-signature.ts';

it('signs time and body together', () => {
  // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_0123456789ab
  expect(signatureOf('{"a":1}', 'whsec_0123456789ab', 1_700_000_000_999)).toBe(
    't=1700000000,v1=a2397cf7ca615b835cb742f3a7667f0f7d4a966ab47854ea45badc14d57eb404',
  );
});
