import { z } from 'zod';
import { notice } from '../../domain/access/notice.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { giveConsent } from '../../infra/identity/consents.ts';
import { json, nothing } from '../http/answer.ts';
import { Words } from '../http/problem.ts';
import { openRoute, route } from '../http/route.ts';

const NoticeView = z
  .object({
    version: z.string(),
    title: Words,
    sections: z.array(z.object({ heading: Words, paragraphs: z.array(Words) })),
  })
  .meta({ id: 'Notice' });

/** What is collected, why, who sees it, how long (F7). */
export const readNotice = openRoute({
  method: 'get',
  path: '/api/notice',
  right: { resource: 'notice', action: 'read' },
  part: 'access',
  summary: 'Notice on personal data',
  reply: NoticeView,
  handle: async () =>
    json({
      version: notice.version,
      title: notice.title,
      sections: notice.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
    }),
});

/** Stored with the version of the notice; before it nothing of the graduate's is shown or done. */
export const consent = route({
  method: 'post',
  path: '/api/consent',
  right: { resource: 'consent', action: 'give' },
  part: 'access',
  status: 204,
  beforeReady: true,
  summary: 'Accept the notice',
  body: z.strictObject({ noticeVersion: z.string().min(1).max(40) }),
  handle: async ({ deps, body, session }) => {
    // Another version is another text: read it first.
    if (body.noticeVersion !== notice.version) throw new RefusalError('RECORD_CHANGED');
    await giveConsent(deps, session.accountId);
    return nothing();
  },
});
