import type { Refusal } from '../../domain/decision/decision.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';

/** The domain's refusal on its way out. */
export const refused = ({ code, clause }: Refusal): RefusalError => new RefusalError(code, clause === undefined ? {} : { clause });
