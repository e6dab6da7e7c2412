import type { z } from 'zod';
import { codeSchema } from '../codes/code-schema.ts';
import { carriers } from './carriers.ts';

export const Carrier = codeSchema(carriers.codes);
export type Carrier = z.infer<typeof Carrier>;
