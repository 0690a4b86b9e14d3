// Keys and tokens for a lab, and the RequestAuthentication that knows the key: node make-keys.mjs FOLDER
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ISSUER = 'https://identity.tradewind.example';
const AUDIENCE = 'tradewind';
const HOUR = 3_600;

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node make-keys.mjs FOLDER');
  process.exit(2);
}

const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = Math.floor(Date.now() / 1_000);
const ours = { id: 'lab', ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };
const foreign = { id: 'lab', ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) };

/** RFC 7515 with ES256: the signature is the two numbers, not ASN.1. */
function token({ id, privateKey }, claims) {
  const header = { alg: 'ES256', typ: 'JWT', kid: id };
  const body = { iss: ISSUER, aud: AUDIENCE, iat: now, exp: now + HOUR, ...claims };
  const text = `${base64(header)}.${base64(body)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

const tokens = {
  operator: token(ours, { sub: 'olga', role: 'operator' }),
  shopper: token(ours, { sub: 'anna', role: 'shopper' }),
  expired: token(ours, { sub: 'olga', role: 'operator', iat: now - 2 * HOUR, exp: now - HOUR }),
  foreign: token(foreign, { sub: 'olga', role: 'operator' }),
  'other-issuer': token(ours, { sub: 'olga', role: 'operator', iss: 'https://elsewhere.example' }),
};

const key = { ...ours.publicKey.export({ format: 'jwk' }), kid: ours.id, alg: 'ES256', use: 'sig' };
// The policy is in ../jwt; a merge patch by kubectl or kustomize puts the key into it.
const patch = {
  apiVersion: 'security.istio.io/v1',
  kind: 'RequestAuthentication',
  metadata: { name: 'operators' },
  spec: {
    selector: { matchLabels: { 'app.kubernetes.io/name': 'gateway' } },
    jwtRules: [
      {
        issuer: ISSUER,
        audiences: [AUDIENCE],
        jwks: JSON.stringify({ keys: [key] }),
        forwardOriginalToken: true,
        outputClaimToHeaders: [
          { header: 'x-operator', claim: 'sub' },
          { header: 'x-operator-role', claim: 'role' },
        ],
      },
    ],
  },
};

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'request-authentication.json'), `${JSON.stringify(patch, null, 2)}\n`);
for (const [name, value] of Object.entries(tokens))
  writeFileSync(join(folder, `${name}.jwt`), value, { mode: 0o600 });
console.log(`${folder}: request-authentication.json, ${Object.keys(tokens).join('.jwt, ')}.jwt`);
