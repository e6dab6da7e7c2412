import { types } from 'node:util';

/** What a log may say about an error. */
export interface ErrorDescription {
  type: string;
  code?: string;
  constraint?: string;
  table?: string;
  stack: string[];
  cause?: ErrorDescription;
}

/**
 * Describes an error without its message: messages of drivers and parsers quote the data they failed on
 * ("duplicate key … (1101…)"). Type, code, constraint and stack frames are enough to find the place.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!types.isNativeError(error)) return { type: typeof error, stack: [] };
  const description: ErrorDescription = { type: error.name, stack: frames(error.stack) };
  for (const key of ['code', 'constraint', 'table'] as const) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string' && /^\w{1,63}$/.test(value)) description[key] = value;
  }
  if (types.isNativeError(error.cause) && error.cause !== error) description.cause = describeError(error.cause);
  return description;
}

function frames(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
