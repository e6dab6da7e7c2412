import { z } from 'zod';
import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { staffReminderKey } from '../../domain/lifecycle/staff-reminder.ts';
import { toCsv } from '../../infra/exports/csv.ts';
import { toXlsx } from '../../infra/exports/xlsx.ts';
import { auditAccess } from '../../infra/identity/audit-access.ts';
import { Lack, lacking } from '../graduate/lacks.ts';
import { addPlace } from '../graduate/place-filters.ts';
import { file } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { CohortText } from '../http/query-values.ts';
import { invalidRequest } from '../http/refusals.ts';
import { route } from '../http/route.ts';

/** More than a school has at once; a query that is wider is to be narrowed. */
const limit = 20_000;

const words: Readonly<Record<Lack, string>> = {
  CHECK: '待核对基本信息',
  REGISTRATION: '待登记去向',
  CONFIRMATION: '待登记确认',
  GRANT: '待核验授权',
  CORRECTION: '确认有误待更正',
};
const columns = ['届', '院系', '班级', '学号', '姓名', '手机号码', '电子邮箱', '待办', '最近提醒'];
const media = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

interface Row {
  cohort: number;
  college: string | null;
  className: string | null;
  studentNo: string;
  name: string;
  phone: string | null;
  email: string | null;
  lack: Lack;
  remindedAt: string | null;
}

const lackOf = `CASE ${Lack.options.map((lack) => `WHEN ${lacking[lack]} THEN '${lack}'`).join(' ')} END`;

/** Whom to chase (X31), to print or to keep: who has something to do, with how to reach them and when they were last reminded. Audited. */
export const exportChaseList = route({
  method: 'get',
  path: '/api/chase-list',
  right: { resource: 'progress', action: 'export' },
  part: 'graduate',
  summary: 'A list of those who have something to do',
  produces: media.xlsx,
  query: z.strictObject({
    format: z.enum(['csv', 'xlsx']),
    lacks: Lack.optional(),
    cohort: CohortText.optional(),
    className: z.string().max(60).optional(),
    counsellorId: z.uuid().optional(),
  }),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    addPlace(filters, query);
    filters.add(`coalesce(${query.lacks === undefined ? `${lackOf} IS NOT NULL` : lacking[query.lacks]}, false) = ?`, true);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT g."cohort", c."name" AS "college", g."className", g."studentNo", g."name", g."phone", g."email", ${lackOf} AS "lack", g."remindersDone" ->> '${staffReminderKey}' AS "remindedAt"
      FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
      WHERE ${filters.condition} ORDER BY c."name", g."className", g."studentNo", g."id" LIMIT ${limit + 1}`,
      filters.values,
    );
    if (rows.length > limit) throw invalidRequest({ field: 'className', code: 'REQUIRED' });
    const table = {
      title: '待办名单',
      columns,
      rows: rows.map((row) => [
        String(row.cohort),
        row.college,
        row.className,
        row.studentNo,
        row.name,
        row.phone,
        row.email,
        words[row.lack],
        row.remindedAt && shanghaiDate(Number(row.remindedAt)),
      ]),
    };
    const [{ holding } = { holding: { role: 'COUNSELLOR', schoolId: null } }] = entitlements;
    await auditAccess(deps.pool, deps.cipher, {
      action: 'CHASE_LIST_EXPORTED',
      actor: { id: session.accountId, role: holding.role },
      graduate: null,
      schoolId: holding.schoolId,
      fields: [query.format, query.lacks ?? 'ALL', String(rows.length)],
    });
    return file(query.format === 'csv' ? toCsv(table) : await toXlsx(table), media[query.format], `chase-list.${query.format}`);
  },
});
