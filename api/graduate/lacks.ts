import { z } from 'zod';

/** What a graduate has still to do, as counsellors ask for it (X31); each is the next thing, so nobody is in two lists. */
export const Lack = z.enum(['CHECK', 'REGISTRATION', 'CONFIRMATION', 'GRANT', 'CORRECTION']);
export type Lack = z.infer<typeof Lack>;

const checked = `g."stage" <> 'ENDED' AND g."basicCheck" = 'CHECKED'`;

/** SQL on `graduate g`; GRANT asks by the record's clock, since a grant ends by its instant. */
export const lacking: Readonly<Record<Lack, string>> = {
  CHECK: `(g."stage" <> 'ENDED' AND g."basicCheck" <> 'CHECKED')`,
  REGISTRATION: `(${checked} AND g."confirmationStatus" = 'NOT_REPORTED')`,
  CONFIRMATION: `(${checked} AND g."confirmationStatus" = 'UNCONFIRMED')`,
  GRANT: `(${checked} AND g."confirmationStatus" = 'CONFIRMED' AND NOT EXISTS (
    SELECT FROM "verification_grant" n WHERE n."graduateId" = g."id" AND n."status" = 'ACTIVE' AND n."deadline" > app_now()))`,
  // 确认有误: the school has to correct it.
  CORRECTION: `(${checked} AND g."confirmationStatus" = 'DISPUTED')`,
};
