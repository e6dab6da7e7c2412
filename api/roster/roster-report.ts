import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { refusalOf } from '../../infra/roster/open-roster.ts';
import { auditAccess } from '../../infra/identity/audit-access.ts';
import { writeReport } from '../../infra/roster/write-report.ts';
import { file } from '../http/answer.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';
import { getOwnImport } from './roster-view.ts';

/** The same sheet with a comment in each bad cell: whole rows of people, hence audited. */
export const downloadRosterReport = route({
  method: 'get',
  path: '/api/rosters/:id/report',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'The uploaded sheet with a comment in each bad cell (XLSX)',
  params: z.strictObject({ id: z.uuid() }),
  handle: async ({ deps, params: { id }, session, entitlements }) => {
    const stored = await getOwnImport(deps.pool, id, entitlements);
    try {
      const report = await writeReport(deps, stored);
      const { role } = schoolOf(entitlements);
      await auditAccess(deps.pool, deps.cipher, {
        action: 'ROSTER_REPORT_DOWNLOADED',
        actor: { id: session.accountId, role },
        graduate: null,
        schoolId: stored.schoolId,
        fields: [id],
      });
      return file(report, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'roster-report.xlsx');
    } catch (error) {
      // A file that was refused as a whole has no rows to speak of.
      if (refusalOf(error) !== undefined) throw new RefusalError('IMPORT_BUSY');
      throw error;
    }
  },
});
