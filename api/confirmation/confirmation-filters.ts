import { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import { ConfirmationStatus } from '../../domain/confirmation/status.ts';
import { VersionSource } from '../../domain/registration/section.ts';
import { addPlace } from '../graduate/place-filters.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { CohortText } from '../http/query-values.ts';

/** 数据来源: where the destination in force comes from; NONE where none is in force (R53). */
export const DataSource = z.enum([...VersionSource.options, 'NONE']);

/** What a desk looks for among the confirmations. */
export const confirmationQuery = {
  status: ConfirmationStatus.optional(),
  source: DataSource.optional().meta({ description: 'Where the destination in force comes from' }),
  cohort: CohortText.optional(),
  collegeId: z.uuid().optional(),
  major: z.string().max(100).optional(),
  className: z.string().max(60).optional(),
  counsellorId: z.uuid().optional(),
} as const;
type ConfirmationQuery = z.output<z.ZodObject<typeof confirmationQuery>>;

/** The graduates with their destination in force, as `g`, `s`, `c`, `v`. */
export const confirmationTables = `"graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
  LEFT JOIN "section_version" v ON v."graduateId" = g."id" AND v."section" = 'DESTINATION' AND v."status" = 'APPROVED'`;

/** SQL for the data source. */
export const dataSource = `coalesce(v."source", 'NONE')`;

export function confirmationFilters(query: ConfirmationQuery, entitlements: readonly Entitlement[], accountId: string): Filters {
  const filters = new Filters();
  filters.addScope((first) => withinEntitlements(entitlements, accountId, first));
  filters.add('g."confirmationStatus" = ?', query.status);
  filters.add(`${dataSource} = ?`, query.source);
  addPlace(filters, query);
  filters.add('g."major" = ?', query.major);
  return filters;
}
