import type { Role } from '../../../domain/access/role.ts';
import { giveConsent } from '../../../infra/identity/consents.ts';
import { beginSession } from '../../../infra/identity/sessions.ts';
import { createGraduate, createSchool, type GraduateFixture, type SchoolFixture } from '../../support/record/graduates.ts';
import type { TestApplication } from './application.ts';
import { Client } from './client.ts';

interface Post {
  readonly role: Role;
  readonly provinceCode?: string;
  readonly schoolId?: string;
  readonly collegeId?: string;
}

/** Somebody of the staff who is signed in; sign-in itself has tests of its own. */
export async function staffClient({ record, url }: TestApplication, accountId: string, ...posts: readonly Post[]): Promise<Client> {
  const { pool, newId } = record;
  await pool.query(`INSERT INTO "account" ("id", "kind", "displayName") VALUES ($1, 'STAFF', '样例人员') ON CONFLICT DO NOTHING`, [
    accountId,
  ]);
  for (const { role, provinceCode = null, schoolId = null, collegeId = null } of posts) {
    await pool.query(
      'INSERT INTO "staff_role" ("id", "accountId", "role", "provinceCode", "schoolId", "collegeId") VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), accountId, role, provinceCode, schoolId, collegeId],
    );
  }
  return new Client(url, `quxiang=${await beginSession(pool, accountId)}`);
}

/** A graduate who is signed in and has accepted the notice. */
export async function graduateClient(
  { record, url }: TestApplication,
  { accountId }: GraduateFixture,
  options: { consent?: boolean; proofed?: boolean } = {},
): Promise<Client> {
  const { consent = true, proofed = false } = options;
  if (consent) await giveConsent(record, accountId);
  const token = await beginSession(record.pool, accountId);
  if (proofed) await record.pool.query('UPDATE "session" SET "proofedAt" = app_now() WHERE "accountId" = $1', [accountId]);
  return new Client(url, `quxiang=${token}`);
}

export interface SchoolWithPeople {
  readonly school: SchoolFixture;
  readonly graduate: GraduateFixture;
  readonly clients: Readonly<
    Record<'graduate' | 'counsellor' | 'collegeReviewer' | 'collegeAdmin' | 'schoolReviewer' | 'schoolAdmin', Client>
  >;
}

/** A school with one graduate and somebody at every desk. */
export async function schoolWithPeople(app: TestApplication, overrides: Readonly<Record<string, unknown>> = {}): Promise<SchoolWithPeople> {
  const { record } = app;
  const school = await createSchool(record.pool);
  const { schoolId, collegeId, staff } = school;
  const [counsellorId, collegeAdminId] = [record.newId(), record.newId()];
  const counsellor = await staffClient(app, counsellorId, { role: 'COUNSELLOR', schoolId });
  const graduate = await createGraduate(record.pool, record, school, { counsellorId, ...overrides });
  return {
    school,
    graduate,
    clients: {
      counsellor,
      graduate: await graduateClient(app, graduate, { proofed: true }),
      collegeReviewer: await staffClient(app, staff.collegeReviewer, { role: 'COLLEGE_REVIEWER', schoolId, collegeId }),
      collegeAdmin: await staffClient(app, collegeAdminId, { role: 'COLLEGE_ADMIN', schoolId, collegeId }),
      schoolReviewer: await staffClient(app, staff.schoolReviewer, { role: 'SCHOOL_REVIEWER', schoolId }),
      schoolAdmin: await staffClient(app, staff.schoolAdmin, { role: 'SCHOOL_ADMIN', schoolId }),
    },
  };
}
