import { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import { SectionKind, SubmissionIntent } from '../../domain/registration/section.ts';
import { warnings, type Warning } from '../../domain/registration/warnings.ts';
import { unitWarning } from '../../infra/directory/unit-warning.ts';
import { addPlace } from '../graduate/place-filters.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { CohortText, flag } from '../http/query-values.ts';

export const Desk = z.enum(['COLLEGE_REVIEW', 'SCHOOL_REVIEW']);
export const WarningCode = z.enum(Object.keys(warnings) as [Warning, ...Warning[]]);

/** What a desk looks for in its queue. */
export const reviewQuery = {
  status: Desk.optional(),
  section: SectionKind.optional(),
  intent: SubmissionIntent.optional(),
  collegeId: z.uuid().optional(),
  className: z.string().max(60).optional(),
  counsellorId: z.uuid().optional(),
  destinationCode: z
    .string()
    .regex(/^\d{2,3}$/, { error: 'CODE_UNKNOWN' })
    .optional(),
  cohort: CohortText.optional(),
  waitingDays: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'VALUE_WRONG' })
    .transform(Number)
    .optional()
    .meta({ description: 'Lies at its desk for at least so many days' }),
  overdue: flag.optional(),
  warned: flag.optional(),
  warning: WarningCode.optional(),
  claimed: z.enum(['MINE', 'OTHERS', 'NOBODY']).optional().meta({ description: 'Who has taken it from the queue' }),
} as const;
type ReviewQuery = z.output<z.ZodObject<typeof reviewQuery>>;

interface Viewer {
  readonly entitlements: readonly Entitlement[];
  readonly accountId: string;
}

/** SQL for a claim that binds at the record's clock. */
export const isClaimed = `coalesce(v."claimedUntil" > app_now(), false)`;

/** SQL for the codes of everything to look at again. */
export const shownWarnings = `array_remove(v."warnings" || (${unitWarning}), NULL)`;

/** Conditions on `section_version v`, `graduate g` and `school s`. */
export function reviewFilters(query: ReviewQuery, { entitlements, accountId }: Viewer): Filters {
  const filters = new Filters();
  filters.add('v."status" = ANY (?)', query.status === undefined ? Desk.options : [query.status]);
  filters.addScope((first) => withinEntitlements(entitlements, accountId, first));
  filters.add('v."section" = ?', query.section);
  filters.add('v."intent" = ?', query.intent);
  addPlace(filters, query);
  filters.add('v."destinationCode" = ?', query.destinationCode);
  filters.add('v."statusSince" <= app_now() - make_interval(days => ?)', query.waitingDays);
  filters.add('(v."overdueToldAt" IS NOT NULL) = ?', query.overdue);
  filters.add(`(cardinality(${shownWarnings}) > 0) = ?`, query.warned);
  filters.add(`? = ANY (${shownWarnings})`, query.warning);
  if (query.claimed === 'NOBODY') filters.add(`${isClaimed} = ?`, false);
  if (query.claimed === 'MINE') filters.add(`${isClaimed} AND v."claimedBy" = ?`, accountId);
  if (query.claimed === 'OTHERS') filters.add(`${isClaimed} AND v."claimedBy" <> ?`, accountId);
  return filters;
}
