import type { Check, Finding } from './doctor/check.ts';
import { needed } from './doctor/needed.ts';
import { optional } from './doctor/optional.ts';
import { parseOptions } from './options.ts';

/** Says what is there and what is missing; ends with 1 only when `npm start` could not work. */
const { port } = parseOptions([], process.env);

const examined = await Promise.all([...needed(port), ...optional].map(examine));
for (const line of examined.map(format)) console.log(line);

const blocking = examined.filter(({ check, finding }) => check.required && !finding.ok);
console.log(
  blocking.length === 0 ? '\nnpm start will work.' : `\nnpm start needs: ${blocking.map(nameOf).join(', ')}`,
);
process.exitCode = blocking.length === 0 ? 0 : 1;

interface Examined {
  readonly check: Check;
  readonly finding: Finding;
}

async function examine(check: Check): Promise<Examined> {
  return { check, finding: await check.find() };
}

function nameOf({ check }: Examined): string {
  return check.name;
}

function format({ check, finding }: Examined): string {
  const mark = finding.ok ? '✓' : check.required ? '✗' : '–';
  const text = `  ${mark} ${check.name.padEnd(14)} ${finding.detail}`;
  return finding.ok ? text : `${text}; needed for ${check.neededFor}. ${check.remedy}`;
}
