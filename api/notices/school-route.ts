import { z } from 'zod';
import { findSchools } from '../../infra/notices/find-schools.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { NoticeSchool } from './notice-view.ts';
import { publisherOf } from './publisher.ts';

const shown = 20;

/** Schools that a notice may be for, as one types: those of the province, or all for the ministry. */
export const findNoticeSchools = route({
  method: 'get',
  path: '/api/notice-schools',
  right: { resource: 'writtenNotices', action: 'list' },
  part: 'notices',
  summary: 'Schools that a notice may be for',
  description: `At most ${shown}, by the beginning of the code or any part of the name.`,
  query: z.strictObject({ text: z.string().trim().min(1, { error: 'REQUIRED' }).max(100) }),
  reply: z.object({ schools: z.array(NoticeSchool) }),
  handle: async ({ deps, query, entitlements }) =>
    json({ schools: await findSchools(deps.pool, publisherOf(entitlements), query.text, shown) }),
});
