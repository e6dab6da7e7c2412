import { z } from 'zod';
import { fieldError } from '../text/field-problems.ts';

/** Accepts the codes of a list and nothing else; answers CODE_UNKNOWN. Apart from the lists, so that a page shows them without zod. */
export const codeSchema = <const Code extends string>(codes: readonly Code[]) => z.enum(codes, { error: fieldError('CODE_UNKNOWN') });
