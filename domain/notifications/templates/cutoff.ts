import { z } from 'zod';
import { CountParam, PersonName, ShownTime } from '../params.ts';
import { defineTemplate } from '../template.ts';

/** One event, two readers: the graduate's own record, or the number of open ones in an office. */
const forReader = z.discriminatedUnion('audience', [
  z.strictObject({ audience: z.literal('GRADUATE'), name: PersonName, cutoffAt: ShownTime }),
  z.strictObject({ audience: z.enum(['COLLEGE', 'SCHOOL']), openCount: CountParam, cutoffAt: ShownTime }),
]);

/** 8 月 31 日 comes near (R55). */
export const cutoffApproaching = defineTemplate({
  audiences: ['GRADUATE', 'COLLEGE', 'SCHOOL'],
  params: forReader,
  zh: (params) => {
    const subject = '去向登记信息更新即将截止';
    const until = `毕业去向信息可更新至 ${params.cutoffAt}`;
    return params.audience === 'GRADUATE'
      ? { subject, name: params.name, paragraphs: [`${until}。如有变更，请在此之前联系学校更新。`] }
      : { subject, name: null, paragraphs: [`${until}。目前尚有 ${params.openCount} 名毕业生的登记没有完成。`] };
  },
  en: (params) => {
    const subject = 'Registrations close soon';
    const until = `Registrations can be updated until ${params.cutoffAt}.`;
    return params.audience === 'GRADUATE'
      ? { subject, name: params.name, paragraphs: [`${until} If anything has changed, please ask your school to update it before then.`] }
      : { subject, name: null, paragraphs: [`${until} Graduates whose registration is not complete: ${params.openCount}.`] };
  },
});

/** What was still at a desk lapsed (R55); from here on changes need an exception (X7), verification goes on. */
export const cutoffReached = defineTemplate({
  audiences: ['GRADUATE', 'COLLEGE', 'SCHOOL'],
  params: forReader,
  zh: (params) => {
    const subject = '去向登记信息更新已截止';
    const closed = `去向登记信息的更新已于 ${params.cutoffAt} 截止`;
    return params.audience === 'GRADUATE'
      ? {
          subject,
          name: params.name,
          paragraphs: [`${closed}，未审核完成的登记不再办理。已生效的登记和查询核验服务不受影响；确需更改的，请联系学校。`],
        }
      : { subject, name: null, paragraphs: [`${closed}，仍有 ${params.openCount} 名毕业生的登记没有完成。确需更改的，可向省级部门申请。`] };
  },
  en: (params) => {
    const subject = 'Registrations are closed';
    const closed = `Registrations closed at ${params.cutoffAt}; what was not reviewed by then has lapsed.`;
    return params.audience === 'GRADUATE'
      ? {
          subject,
          name: params.name,
          paragraphs: [
            `${closed} What is in force stays so, and verification goes on; if a change cannot be avoided, please ask your school.`,
          ],
        }
      : {
          subject,
          name: null,
          paragraphs: [
            `${closed} Registrations left incomplete: ${params.openCount}. A change that cannot be avoided needs an exception of the province.`,
          ],
        };
  },
});
