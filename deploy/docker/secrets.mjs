// npm run compose:secrets [FILE]: random secrets for docker compose in .env, which git does not know. What is there stays.
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';

const file = process.argv[2] ?? '.env';
const files = ['docker-compose.yml', 'docker-compose.observability.yml'];
const texts = files.map((it) => readFileSync(new URL(`../../${it}`, import.meta.url), 'utf8'));
const found = texts.join('\n').matchAll(/\$\{(\w+_(?:PASSWORD|SECRET))\b/g);
const wanted = new Set([...found].map(([, name]) => name));

const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const missing = [...wanted].filter((name) => !new RegExp(`^${name}=.`, 'm').test(before));
const lines = missing.map((name) => `${name}=${randomBytes(24).toString('hex')}\n`);
const lineEnd = before === '' || before.endsWith('\n') ? '' : '\n';

if (missing.length > 0) appendFileSync(file, lineEnd + lines.join(''), { mode: 0o600 });
if (existsSync(file)) chmodSync(file, 0o600);
console.log(
  missing.length > 0 ? `${file}: ${missing.length} secrets written` : `${file}: all secrets are there`,
);
