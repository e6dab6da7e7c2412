import { z } from 'zod';
import { addDays, addMonths } from '../../domain/calendar/date-arithmetic.ts';
import { verificationServiceEnd } from '../../domain/calendar/service-ends.ts';
import { lastDayBefore, shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { GrantStatus, liveStatus, StatementKind, type GrantState } from '../../domain/grants/grant.ts';
import { checkNumber, groupNumber } from '../../domain/numbers/read-number.ts';
import type { GraduateState } from '../../domain/graduate/graduate-state.ts';
import type { NumberSeals } from '../../infra/record/number-seals.ts';
import type { DetailedStanding } from '../graduate/read-graduate.ts';
import { deadlineOf, InstantText, instantText, Moment } from '../http/moments.ts';
import { Words } from '../http/problem.ts';

export const statementKinds = StatementKind.options;

/** Grant status of a kind: UNAUTHORISED is 未确认 of R30, before any grant (R35). */
export const KindStatus = z
  .object({ kind: StatementKind, status: z.enum(['UNAUTHORISED', ...GrantStatus.options]) })
  .meta({ id: 'GrantStatus' });

/** One grant for the graduate; the number only while it is live (R25). */
export const GrantView = z
  .object({
    id: z.uuid(),
    kind: StatementKind,
    status: GrantStatus,
    verificationNumber: z.string().nullable(),
    verificationNumberGrouped: z.string().nullable(),
    issuedAt: InstantText,
    validUntil: Moment,
    endedAt: InstantText.nullable(),
  })
  .meta({ id: 'Grant' });

/** X25: what the end date offers, and what each is good for. */
const EndDateChoice = z.object({ choice: z.enum(['ONE_WEEK', 'ONE_MONTH', 'SERVICE_END']), endDate: z.iso.date(), words: Words });

export const OwnGrantsView = z
  .object({ kinds: z.array(KindStatus), grants: z.array(GrantView), endDateChoices: z.array(EndDateChoice) })
  .meta({ id: 'OwnGrants' });

const choiceWords = {
  ONE_WEEK: { zh: '一周：现场核验、当面提交', en: 'One week: shown or handed over in person' },
  ONE_MONTH: { zh: '一个月：邮寄、等待受理', en: 'One month: sent by mail, waiting to be handled' },
  SERVICE_END: { zh: '至核验服务截止：装入学生档案袋的登记表', en: 'Until the service ends: for the sheet that lies in the dossier' },
} as const;

/** The newest grant of a kind speaks for it (R30). */
export function kindStatuses(state: GraduateState, now: number): z.infer<typeof KindStatus>[] {
  return statementKinds.map((kind) => {
    const newest = state.grants.filter((grant) => grant.kind === kind).at(-1);
    return { kind, status: newest ? liveStatus(newest, now) : 'UNAUTHORISED' };
  });
}

/** For the graduate alone. */
export function ownGrantsView(seals: NumberSeals, standing: DetailedStanding): z.infer<typeof OwnGrantsView> {
  const {
    state,
    guard: { now },
  } = standing;
  return {
    kinds: kindStatuses(state, now),
    grants: state.grants.map((grant) => grantView(seals, grant, standing)).toReversed(),
    endDateChoices: choicesOf(state, now),
  };
}

function grantView(seals: NumberSeals, grant: GrantState, { details, guard: { now } }: DetailedStanding): z.infer<typeof GrantView> {
  const { id, kind, issuedAt, deadline } = grant;
  const status = liveStatus(grant, now);
  const detail = details.grants.find((candidate) => candidate.id === id);
  const number = status === 'ACTIVE' && detail ? seals.open('VERIFICATION', id, detail.numberSealed) : null;
  const checked = number === null ? undefined : checkNumber(number);
  return {
    id,
    kind,
    status,
    issuedAt: instantText(issuedAt),
    validUntil: deadlineOf(deadline),
    endedAt: typeof detail?.endedAt === 'number' ? instantText(detail.endedAt) : null,
    verificationNumber: number,
    verificationNumberGrouped: checked?.ok ? groupNumber(checked.canonical) : null,
  };
}

function choicesOf({ basic }: GraduateState, now: number): z.infer<typeof EndDateChoice>[] {
  const serviceEnd = verificationServiceEnd(basic.graduatedAt);
  if (now >= serviceEnd) return [];
  const [today, last] = [shanghaiDate(now), lastDayBefore(serviceEnd)];
  const days = { ONE_WEEK: addDays(today, 7), ONE_MONTH: addMonths(today, 1), SERVICE_END: last } as const;
  return (['ONE_WEEK', 'ONE_MONTH', 'SERVICE_END'] as const)
    .filter((choice) => days[choice] <= last)
    .map((choice) => ({ choice, endDate: days[choice], words: choiceWords[choice] }));
}
