export interface Operation {
  op: string;
  path: string;
  value?: unknown;
}

/**
 * A copy of an object with these operations done, as `kubectl patch --type json` does them (RFC 6902); only those that files here use.
 * @throws Error when a place is not there, or a test fails
 */
export function patched<Value>(value: Value, operations: readonly Operation[]): Value {
  const copy = structuredClone(value);
  for (const operation of operations) apply(copy, operation);
  return copy;
}

function apply(root: unknown, { op, path, value }: Operation): void {
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop()!;
  const parent = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root);
  if (typeof parent !== 'object' || parent === null) throw new Error(`${path} is not there`);
  const container = parent as Record<string, unknown>;
  if (op !== 'add' && !(last in container)) throw new Error(`${path} is not there`);
  if (op === 'test') {
    if (JSON.stringify(container[last]) !== JSON.stringify(value)) throw new Error(`${path} is another`);
  } else if (op === 'remove') {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete container[last];
  } else if (op === 'add' && Array.isArray(parent)) {
    if (Number(last) > parent.length) throw new Error(`${path} is behind the end`);
    parent.splice(Number(last), 0, value);
  } else if (op === 'add' || op === 'replace') container[last] = value;
  else throw new Error(`${op} is not known here`);
}
