import type { z } from 'zod';
import { variables } from './variables.ts';

/** One environment variable as deployment files see it. */
export interface ConfigVariable {
  name: string;
  purpose: string;
  required: boolean;
  secret: boolean;
}

/** Every variable of the configuration; deployment files are held against this list. */
export const configVariables: readonly ConfigVariable[] = Object.entries(variables).map(([name, schema]: [string, z.ZodType]) => {
  const meta = schema.meta() ?? {};
  return {
    name,
    purpose: meta.description ?? '',
    required: !schema.safeParse(undefined).success,
    secret: meta['secret'] === true,
  };
});
