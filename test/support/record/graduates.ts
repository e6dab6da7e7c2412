import type { Pool } from '../../../infra/database/pool.ts';
import type { BlindIndex } from '../../../infra/crypto/blind-index.ts';
import type { FieldCipher } from '../../../infra/crypto/field-cipher.ts';
import { newId } from '../../../infra/crypto/secure-random.ts';
import { createAuditKey } from '../../../infra/record/audit-rows.ts';
import { insert } from '../../../infra/record/statement.ts';

export interface SchoolFixture {
  readonly schoolId: string;
  readonly schoolCode: string;
  readonly collegeId: string;
  readonly staff: Readonly<Record<'collegeReviewer' | 'schoolReviewer' | 'schoolAdmin', string>>;
}

export interface Seals {
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
}

async function write(pool: Pool, table: string, row: Record<string, unknown>): Promise<void> {
  const { text, values } = insert(table, row);
  await pool.query(text, [...values]);
}

let sequence = 0;
/** A number that no other row of this process has, so that tests share nothing. */
const next = () => String((sequence += 1));

/** A school with one college and its reviewers. */
export async function createSchool(pool: Pool): Promise<SchoolFixture> {
  const [schoolId, collegeId] = [newId(), newId()];
  const schoolCode = next().padStart(5, '0');
  await pool.query(`INSERT INTO "province" ("code", "name") VALUES ('110000', '北京市') ON CONFLICT DO NOTHING`);
  await write(pool, 'school', {
    id: schoolId,
    code: schoolCode,
    name: '示例大学',
    provinceCode: '110000',
    officeEmail: `careers-${schoolCode}@example.com`,
  });
  await write(pool, 'college', { id: collegeId, schoolId, name: '示例学院' });
  const staff = { collegeReviewer: newId(), schoolReviewer: newId(), schoolAdmin: newId() };
  for (const [name, id] of Object.entries(staff)) await write(pool, 'account', { id, kind: 'STAFF', displayName: name });
  return { schoolId, schoolCode, collegeId, staff };
}

export interface GraduateFixture {
  readonly graduateId: string;
  readonly accountId: string;
}

/** A graduate as the roster import leaves one: nothing checked, nothing registered. */
export async function createGraduate(
  pool: Pool,
  { cipher, index }: Seals,
  school: SchoolFixture,
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<GraduateFixture> {
  const [graduateId, accountId] = [newId(), newId()];
  const number = next();
  const idNumber = `11010519491231${number.padStart(4, '0')}`;
  await write(pool, 'account', { id: accountId, kind: 'GRADUATE', displayName: '示例同学' });
  await write(pool, 'graduate', {
    id: graduateId,
    schoolId: school.schoolId,
    collegeId: school.collegeId,
    accountId,
    cohort: 2027,
    candidateNo: number.padStart(14, '0'),
    name: '示例同学',
    idType: 'RESIDENT_ID',
    idNumberSealed: cipher.seal(idNumber, `graduate.idNumber:${graduateId}`),
    idNumberIndex: index.blindIndex(`RESIDENT_ID:${idNumber}`, 'identity'),
    gender: '1',
    ethnicity: '01',
    politicalStatus: '13',
    educationLevel: '231',
    trainingMode: '1',
    major: '哲学',
    schoolingYears: '4',
    studentNo: number.padStart(8, '0'),
    originRegion: '110108',
    enrolledAt: '202309',
    graduatedAt: '202706',
    dossierInSchool: true,
    hukouInSchool: true,
    phone: '19900000001',
    email: `graduate-${number}@example.com`,
    className: '一班',
    auditKeySealed: createAuditKey(cipher, graduateId).sealed,
    ...overrides,
  });
  return { graduateId, accountId };
}
