/** Ends a `switch` over a union: the compiler refuses a missing case, the runtime names an unknown one. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`);
}
