import type { Pool } from '../../infra/database/pool.ts';
import type { FieldCipher } from '../../infra/crypto/field-cipher.ts';
import { createAuditKey } from '../../infra/record/audit-rows.ts';

const insertGraduates = `INSERT INTO "graduate" ("id", "schoolId", "cohort", "candidateNo", "name", "idType", "idNumberSealed", "idNumberIndex", "gender", "ethnicity", "politicalStatus",
    "educationLevel", "trainingMode", "major", "schoolingYears", "studentNo", "originRegion", "enrolledAt", "graduatedAt", "dossierInSchool", "hukouInSchool", "phone", "email", "className",
    "basicCheck", "basicCheckedAt", "confirmationStatus", "confirmationChangedAt", "stage", "version", "remindersDone")
  SELECT uuidv7(), $1::uuid, $2::int, lpad(n::text, 14, '0'), '示例同学', 'RESIDENT_ID', 'x', md5($1::uuid::text || n), '1', '01', '13', '231', '1', '哲学', '4', lpad(n::text, 8, '0'),
    '110108', '202309', '202706', true, true, '19900000001', 'graduate@example.com', '一班', 'CHECKED', now(), 'CONFIRMED', now(), 'CONFIRMED', 6, '{}' FROM generate_series(1, $3::int) n RETURNING "id"`;

const insertSections = `INSERT INTO "section_version" ("id", "graduateId", "section", "source", "status", "content", "contentDigest", "evidenceIds", "destinationCode", "submittedAt", "statusSince", "returnFields")
  SELECT uuidv7(), g."id", s."section", 'GRADUATE', 'APPROVED', s."content"::jsonb, md5(g."id"::text), '{}', s."code", now(), now(), '{}' FROM "graduate" g, (VALUES
    ('DESTINATION', '80', '{"code": "80", "subtype": null, "entityName": "示例大学研究生院", "creditCode": null, "industry": null, "nature": null, "jobCategory": null, "entityRegion": "110108", "entityAddress": null, "abroadName": null, "startDate": null}'),
    ('DOSSIER', NULL, '{"type": "HOME", "unitName": "示例区人才服务中心", "region": "110108", "address": "示例路一号", "postcode": "100000", "contact": "档案室", "phone": "010-00000000", "note": "转回生源地"}'))
    AS s("section", "code", "content") WHERE g."schoolId" = $1`;

const setKeys = `UPDATE "graduate" g SET "auditKeySealed" = k."key" FROM unnest($1::uuid[], $2::text[]) AS k("id", "key") WHERE g."id" = k."id"`;

/** Graduates of a school as they leave it: confirmed, destination and dossier approved, an audit key each. Ids in order, as the application makes them. */
export async function insertRegisteredGraduates(
  admin: Pool,
  cipher: FieldCipher,
  schoolId: string,
  cohort: number,
  count: number,
): Promise<void> {
  const { rows } = await admin.query<{ id: string }>(insertGraduates, [schoolId, cohort, count]);
  for (let from = 0; from < rows.length; from += 10_000) {
    const ids = rows.slice(from, from + 10_000).map(({ id }) => id);
    await admin.query(setKeys, [ids, ids.map((id) => createAuditKey(cipher, id).sealed)]);
  }
  await admin.query(insertSections, [schoolId]);
}
