import { z } from 'zod';

/** Where a graduate stands, coarse enough for a search attribute (QxStage). */
export const Stage = z.enum(['CHECKING', 'REGISTERING', 'IN_REVIEW', 'RETURNED', 'CONFIRMING', 'DISPUTED', 'CONFIRMED', 'ENDED']);
export type Stage = z.infer<typeof Stage>;
