import type { GraduateFixture } from './graduates.ts';
import type { TestRecord } from './test-record.ts';

/** A row of evidence as an upload leaves it; its bytes play no part in decisions. */
export async function evidenceOf(
  record: TestRecord,
  { graduateId, accountId }: GraduateFixture,
  section: string,
  mediaType = 'image/jpeg',
): Promise<string> {
  const id = record.newId();
  await record.pool.query(
    `INSERT INTO "evidence" ("id", "graduateId", "section", "storageKey", "mediaType", "sizeBytes", "digest", "uploadedBy", "uploadedAt")
     VALUES ($1, $2, $3, $4, $5, 1000, $6, $7, app_now())`,
    [id, graduateId, section, '0'.repeat(64), mediaType, '0'.repeat(64), accountId],
  );
  return id;
}
