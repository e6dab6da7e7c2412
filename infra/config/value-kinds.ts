import { z } from 'zod';

/** A yes or no of the environment. Only these four words: `Boolean('false')` is true, so nothing is guessed. */
export const flag = z.enum(['true', 'false', '1', '0'], 'must be true, false, 1 or 0').transform((word) => word === 'true' || word === '1');

/** A TCP port; 0 lets the system choose one. */
export const port = z.coerce.number('must be a port number').int().min(0).max(65_535);

/** An address with one of the given schemes. */
export function url(...schemes: string[]): z.ZodString {
  return z.string().refine(
    (text) => {
      const scheme = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : '';
      return schemes.includes(scheme);
    },
    `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  );
}

/** JSON of a shape. What is wrong is named by its place, never by what stands there. */
export function jsonOf<S extends z.ZodType>(schema: S): z.ZodType<z.output<S>, string> {
  return z.string().transform((text, context): z.output<S> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = undefined;
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    context.addIssue({
      code: 'custom',
      message: `must be JSON of the right shape, see ${result.error.issues.map(({ path }) => path.join('.') || 'the whole').join(', ')}`,
    });
    return z.NEVER;
  });
}

/** A variable with its purpose. */
export function variable<S extends z.ZodType>(schema: S, purpose: string): S {
  return schema.meta({ description: purpose });
}

/** A variable whose value nobody may see. */
export function secret<S extends z.ZodType>(schema: S, purpose: string): S {
  return schema.meta({ description: purpose, secret: true });
}
