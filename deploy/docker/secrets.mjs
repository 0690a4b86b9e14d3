// npm run compose:secrets [FILE]: random secrets for docker compose in .env, which git does not know. What is there stays.
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';

const file = process.argv[2] ?? '.env';
const compose = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const wanted = new Set([...compose.matchAll(/\$\{(\w+_(?:PASSWORD|SECRET))\b/g)].map(([, name]) => name));

const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const missing = [...wanted].filter((name) => !new RegExp(`^${name}=.`, 'm').test(before));
const lines = missing.map((name) => `${name}=${randomBytes(24).toString('hex')}\n`);
const lineEnd = before === '' || before.endsWith('\n') ? '' : '\n';

if (missing.length > 0) appendFileSync(file, lineEnd + lines.join(''), { mode: 0o600 });
if (existsSync(file)) chmodSync(file, 0o600);
console.log(
  missing.length > 0 ? `${file}: ${missing.length} secrets written` : `${file}: all secrets are there`,
);
