import { z } from 'zod';

/** Who acts (architecture, "Rights"). The verifier is anonymous and has no role. */
export const Role = z.enum([
  'GRADUATE',
  'COUNSELLOR',
  'COLLEGE_REVIEWER',
  'COLLEGE_ADMIN',
  'SCHOOL_REVIEWER',
  'SCHOOL_ADMIN',
  'PROVINCE_ADMIN',
  'EMPLOYER',
  'MINISTRY_OFFICER',
  'OPERATOR',
]);
export type Role = z.infer<typeof Role>;
