import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import type { Role } from '../../domain/access/role.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { noticeFaults, type NoticeDraft, type Publisher } from '../../domain/notices/notice.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { findStrangePlaces } from '../../infra/notices/concerned.ts';
import { findNotice, type StoredNotice } from '../../infra/notices/notice-store.ts';
import { invalidRequest } from '../http/refusals.ts';

export type PublisherWithRole = Publisher & { readonly role: Role };

/** For whom somebody publishes: the school, the province, or all of them (the ministry). The first of several. */
export function publishersOf(entitlements: readonly Entitlement[]): PublisherWithRole[] {
  return entitlements.flatMap(({ holding: { role, schoolId, provinceCode }, jurisdiction }): PublisherWithRole[] => {
    switch (jurisdiction) {
      case 'SCHOOL':
        return schoolId === null ? [] : [{ role, schoolId, provinceCode: null }];
      case 'PROVINCE':
        return provinceCode === null ? [] : [{ role, schoolId: null, provinceCode }];
      case 'ALL':
        return [{ role, schoolId: null, provinceCode: null }];
      default:
        return [];
    }
  });
}

/** Throws FORBIDDEN when the right is held nowhere. */
export function publisherOf(entitlements: readonly Entitlement[]): PublisherWithRole {
  const [first] = publishersOf(entitlements);
  if (!first) throw new RefusalError('FORBIDDEN');
  return first;
}

/** A notice of one's own school, province or ministry, with the role to act in. Throws NOT_FOUND. */
export async function getWritten(
  database: Queryable,
  entitlements: readonly Entitlement[],
  noticeId: string,
): Promise<{ notice: StoredNotice; role: Role }> {
  const notice = await findNotice(database, noticeId);
  const own =
    notice &&
    publishersOf(entitlements).find(({ schoolId, provinceCode }) => schoolId === notice.schoolId && provinceCode === notice.provinceCode);
  if (!notice || !own) throw new RefusalError('NOT_FOUND');
  return { notice, role: own.role };
}

/** The draft with its first day. Throws INVALID_REQUEST for what a publisher may not write so, by field. */
export async function checkedDraft(
  database: Queryable,
  publisher: Publisher,
  draft: NoticeDraft,
  publishedUnlessGiven: number,
): Promise<NoticeDraft & { publishFrom: number }> {
  const publishFrom = draft.publishFrom ?? publishedUnlessGiven;
  const faults = noticeFaults(draft, publisher, publishFrom);
  if (faults.length > 0) throw invalidRequest(...faults);
  const strange = await findStrangePlaces(database, publisher, draft);
  if (strange.length > 0) throw invalidRequest(...strange.map((field) => ({ field, code: 'VALUE_WRONG' })));
  return { ...draft, publishFrom };
}
