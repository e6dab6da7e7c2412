import { sentDispatch } from '../../support/record/dispatches.ts';
import { homeDossier } from '../../support/record/contents.ts';
import { adminActor, graduateActor, run } from '../../support/record/commands.ts';
import { evidenceOf } from '../../support/record/evidence.ts';
import { ExportQuery } from '../../../domain/exports/export.ts';
import { PrintQuery } from '../../../domain/print-batches/print-batch.ts';
import { storePrintBatch } from '../../../infra/print-batches/batch-store.ts';
import { storeExport } from '../../../infra/exports/export-store.ts';
import { inTransaction } from '../../../infra/database/transaction.ts';
import { ReceivingUnit } from '../../../domain/directory/receiving-unit.ts';
import { addUnit } from '../../../infra/directory/unit-store.ts';
import { NoticeDraft } from '../../../domain/notices/notice.ts';
import { writeNotice } from '../../../infra/notices/notice-store.ts';
import { publishFigure } from '../../../infra/statistics/figure-store.ts';
import { storeBatch } from '../../../infra/transfer-numbers/batch-store.ts';
import type { Role } from '../../../domain/access/role.ts';
import type { Client } from './client.ts';
import type { TestApplication } from './application.ts';
import { graduateClient, schoolWithPeople, staffClient, type SchoolWithPeople } from './people.ts';
import { numbered } from './stages.ts';

/** A school in which everything has happened that a route can be asked about. */
export interface World {
  readonly people: SchoolWithPeople;
  readonly provinceCode: string;
  /** Value of each parameter that stands in an address, by the address's part. */
  readonly ids: Readonly<
    Record<
      | 'graduate'
      | 'grant'
      | 'transferNumber'
      | 'evidence'
      | 'ticket'
      | 'version'
      | 'notification'
      | 'command'
      | 'failedNotification'
      | 'opening'
      | 'exception'
      | 'transferNumberBatch'
      | 'listExport'
      | 'printBatch'
      | 'figure'
      | 'dispatch'
      | 'notice'
      | 'unit'
      | 'colleague'
      | 'post',
      string
    >
  >;
}

export async function createWorld(app: TestApplication, provinceCode: string): Promise<World> {
  const { record } = app;
  const people = await schoolWithPeople(app);
  const { school, graduate } = people;
  await record.pool.query('INSERT INTO "province" ("code", "name") VALUES ($1, $2) ON CONFLICT DO NOTHING', [provinceCode, provinceCode]);
  await record.pool.query('UPDATE "school" SET "provinceCode" = $2 WHERE "id" = $1', [school.schoolId, provinceCode]);
  const { grantId, transferNumberId } = await numbered(app, people);
  const actor = graduateActor(graduate);
  const dispatch = await sentDispatch(record, graduate.graduateId);
  const photograph = await evidenceOf(record, graduate, 'ORIGIN');
  const ticket = await run(record, graduate.graduateId, actor, 'REQUEST_ORIGIN_CORRECTION', {
    region: '320102',
    note: '生源地有误',
    evidenceIds: [photograph],
  });
  const { ids = {} } = await run(record, graduate.graduateId, actor, 'SUBMIT_SECTION', {
    section: 'DOSSIER',
    content: { ...homeDossier, note: '改一下说明' },
    evidenceIds: [],
    basedOn: await currentDossier(app, graduate.graduateId),
  });
  const opened = await run(record, graduate.graduateId, adminActor(school), 'OPEN_SECTION', {
    section: 'HUKOU',
    endDate: '2027-07-20',
    reason: '毕业生申请变更',
  });
  const exception = record.newId();
  await record.pool.query(
    `INSERT INTO "cutoff_exception" ("id", "graduateId", "scope", "reason", "requestedBy", "requestedAt") VALUES ($1, $2, 'HUKOU', '无法落户', $1, app_now())`,
    [exception, graduate.graduateId],
  );
  const notice = record.newId();
  await writeNotice(
    record.pool,
    {
      id: notice,
      schoolId: school.schoolId,
      provinceCode: null,
      draft: { ...NoticeDraft.parse({ audience: 'EVERYONE', zh: { title: '登记通知', text: '请按时登记。' } }), publishFrom: Date.now() },
      idempotencyKey: notice,
      requestDigest: '',
    },
    adminActor(school),
  );
  const unit = record.newId();
  await addUnit(
    record.pool,
    { owner: school.schoolId, schoolId: school.schoolId, actor: { ...adminActor(school), name: '样例人员' } },
    unit,
    ReceivingUnit.parse({ name: '示例区人才服务中心', region: '110108', mayHoldFiles: true }),
  );
  const {
    rows: [command],
  } = await record.pool.query<{ id: string }>('SELECT "id" FROM "command" WHERE "graduateId" = $1 LIMIT 1', [graduate.graduateId]);
  const { rows: notifications } = await record.pool.query<{ id: string }>(
    `SELECT "id" FROM "notification" WHERE "graduateId" = $1 AND "recipientKind" = 'GRADUATE'`,
    [graduate.graduateId],
  );
  await record.pool.query(`UPDATE "notification" SET "mailStatus" = 'FAILED', "failure" = '550' WHERE "id" = $1`, [notifications[1]?.id]);
  const asked = {
    schoolId: school.schoolId,
    collegeId: school.collegeId,
    requestedBy: school.staff.schoolAdmin,
    requestedByRole: 'SCHOOL_ADMIN',
  };
  const [batchId, exportId, printBatch] = [record.newId(), record.newId(), record.newId()];
  await storeBatch(record.pool, {
    ...asked,
    id: batchId,
    kind: 'DOSSIER',
    cohort: 2027,
    className: null,
    stage: null,
    requestedAt: Date.now(),
    idempotencyKey: batchId,
  });
  const list = ExportQuery.parse({ kind: 'DOSSIER', format: 'CSV', cohort: 2027, collegeId: school.collegeId });
  const figure = record.newId();
  await inTransaction(record.pool, (connection) =>
    publishFigure(connection, { id: figure, schoolId: school.schoolId, cohort: 2027, formula: '2024', actor: adminActor(school) }),
  );
  await storeExport(record.pool, { ...asked, id: exportId, query: list, idempotencyKey: exportId });
  const [colleague, post] = [record.newId(), record.newId()];
  await record.pool.query(
    `INSERT INTO "account" ("id", "kind", "displayName", "signInName") VALUES ($1::uuid, 'STAFF', '示例同事', 'colleague-' || $1::text)`,
    [colleague],
  );
  await record.pool.query(
    `INSERT INTO "staff_role" ("id", "accountId", "role", "schoolId", "collegeId") VALUES ($1, $2, 'COLLEGE_REVIEWER', $3, $4)`,
    [post, colleague, school.schoolId, school.collegeId],
  );
  const papers = PrintQuery.parse({ of: 'STATEMENTS', kind: 'DOSSIER', form: 'ZIP', cohort: 2027, collegeId: school.collegeId });
  await storePrintBatch(record.pool, { ...asked, id: printBatch, query: papers, idempotencyKey: printBatch });
  await record.pool.query('UPDATE "graduate" SET "overdue" = true WHERE "id" = $1', [graduate.graduateId]);
  return {
    people,
    provinceCode,
    ids: {
      graduate: graduate.graduateId,
      grant: grantId,
      transferNumber: transferNumberId,
      evidence: photograph,
      ticket: ticket.ids?.ticketId ?? '',
      version: ids.versionId ?? '',
      notification: notifications[0]?.id ?? '',
      command: command?.id ?? '',
      failedNotification: notifications[1]?.id ?? '',
      opening: opened.ids?.openingId ?? '',
      notice,
      unit,
      exception,
      transferNumberBatch: batchId,
      listExport: exportId,
      printBatch,
      figure,
      dispatch,
      colleague,
      post,
    },
  };
}

async function currentDossier({ record }: TestApplication, graduateId: string): Promise<string> {
  const { rows } = await record.pool.query<{ id: string }>(
    `SELECT "id" FROM "section_version" WHERE "graduateId" = $1 AND "section" = 'DOSSIER' AND "status" = 'APPROVED'`,
    [graduateId],
  );
  return rows[0]?.id ?? '';
}

/** Somebody new in a role, posted in the world's province, school and college; a graduate and a counsellor are those of the world. */
export async function somebodyAs(app: TestApplication, role: Role, { people, provinceCode }: World): Promise<Client> {
  const { schoolId, collegeId } = people.school;
  if (role === 'GRADUATE') return graduateClient(app, people.graduate, { proofed: true });
  if (role === 'COUNSELLOR') {
    const { rows } = await app.record.pool.query<{ counsellorId: string }>('SELECT "counsellorId" FROM "graduate" WHERE "id" = $1', [
      people.graduate.graduateId,
    ]);
    return staffClient(app, rows[0]?.counsellorId ?? '');
  }
  const places = role.startsWith('COLLEGE')
    ? { schoolId, collegeId }
    : role.startsWith('SCHOOL')
      ? { schoolId }
      : role === 'PROVINCE_ADMIN'
        ? { provinceCode }
        : {};
  return staffClient(app, app.record.newId(), { role, ...places });
}
