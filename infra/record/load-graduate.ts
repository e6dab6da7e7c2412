import { emptySchoolCalendar, type SchoolCalendar } from '../../domain/calendar/windows.ts';
import type { ConfirmationStatus } from '../../domain/confirmation/status.ts';
import type { BasicCheck } from '../../domain/graduate/basic-information.ts';
import type { GraduateState } from '../../domain/graduate/graduate-state.ts';
import type { TicketState } from '../../domain/graduate/ticket.ts';
import type { GrantState } from '../../domain/grants/grant.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { CutoffException } from '../../domain/registration/exceptions.ts';
import type { Opening } from '../../domain/registration/openings.ts';
import { isInReview, type SectionKind, type SectionState, type SectionVersion } from '../../domain/registration/section.ts';
import type { TransferNumberState } from '../../domain/transfer-numbers/transfer-number.ts';
import type { Queryable } from '../database/pool.ts';
import { basicInformationOf, type BasicInformationRow } from './basic-information.ts';
import { graduateQuery } from './graduate-query.ts';

interface GraduateRow extends BasicInformationRow {
  id: string;
  schoolId: string;
  schoolCode: string;
  schoolName: string;
  provinceCode: string;
  collegeId: string | null;
  cohort: number;
  version: number;
  basicCheck: BasicCheck;
  basicCheckedAt: number | null;
  confirmationStatus: ConfirmationStatus;
  confirmationChangedAt: number | null;
  stage: Stage;
  overdue: boolean;
  remindersDone: Record<string, number>;
  cutoffRecordedAt: number | null;
  endedAt: number | null;
  createdAt: number;
  auditKeySealed: string | null;
  idNumberSealed: string;
  versions: SectionVersion[];
  grants: GrantState[];
  transferNumbers: TransferNumberState[];
  openTickets: TicketState[];
  openings: Opening[];
  exceptions: CutoffException[];
  evidence: { id: string; mediaType: string; sizeBytes: number; section: string }[];
  calendar: SchoolCalendar[];
}

/** The aggregate, with what only the record's adapters need beside it. */
export interface LoadedGraduate {
  readonly state: GraduateState;
  readonly calendar: SchoolCalendar;
  readonly auditKeySealed: string | null;
}

/** The aggregate as committed. */
export async function findGraduate(database: Queryable, graduateId: string): Promise<LoadedGraduate | undefined> {
  const { rows } = await database.query<GraduateRow>({ name: 'graduate', text: graduateQuery, values: [graduateId] });
  const [row] = rows;
  return row && { state: stateOf(row), calendar: row.calendar[0] ?? emptySchoolCalendar, auditKeySealed: row.auditKeySealed };
}

/** Keeps everybody else from changing this graduate until the transaction ends; false when there is no such graduate. */
export async function lockGraduate(connection: Queryable, graduateId: string): Promise<boolean> {
  const { rowCount } = await connection.query({
    name: 'lock-graduate',
    text: 'SELECT FROM "graduate" WHERE "id" = $1 FOR NO KEY UPDATE',
    values: [graduateId],
  });
  return rowCount === 1;
}

function stateOf(row: GraduateRow): GraduateState {
  const { id, schoolId, schoolCode, schoolName, provinceCode, collegeId, cohort, version, basicCheck, basicCheckedAt } = row;
  return {
    id,
    schoolId,
    schoolCode,
    schoolName,
    provinceCode,
    collegeId,
    cohort,
    version,
    basicCheck,
    basicCheckedAt,
    basic: basicInformationOf(row),
    sections: {
      DESTINATION: sectionOf(row.versions, 'DESTINATION'),
      DOSSIER: sectionOf(row.versions, 'DOSSIER'),
      HUKOU: sectionOf(row.versions, 'HUKOU'),
    },
    confirmation: { status: row.confirmationStatus, changedAt: row.confirmationChangedAt },
    grants: row.grants,
    transferNumbers: row.transferNumbers,
    openTickets: row.openTickets,
    openings: row.openings,
    exceptions: row.exceptions,
    evidence: Object.fromEntries(row.evidence.map(({ id: key, ...file }) => [key, file])),
    remindersDone: row.remindersDone,
    stage: row.stage,
    overdue: row.overdue,
    createdAt: row.createdAt,
    cutoffRecorded: row.cutoffRecordedAt !== null,
    ended: row.endedAt !== null,
  };
}

/** What is at a desk speaks (there is one at most), else the newest row unless it is in force or done with. */
function sectionOf(versions: readonly SectionVersion[], section: SectionKind): SectionState {
  const own = versions.filter((version) => version.section === section);
  const newest = own.find(({ status }) => isInReview(status)) ?? own.at(-1);
  const open = newest && (isInReview(newest.status) || ['RETURNED', 'WITHDRAWN', 'LAPSED'].includes(newest.status));
  return { current: own.find(({ status }) => status === 'APPROVED') ?? null, latest: open ? newest : null };
}
