/** Ends every switch over a union: a new member fails to compile, and at run time a stray value is named. Throws TypeError. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${String(value)}`);
}
