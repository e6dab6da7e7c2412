import { z } from 'zod';
import { ExceptionScope } from '../../registration/exceptions.ts';
import { SectionKind } from '../../registration/section.ts';
import { PersonName, ShownTime } from '../params.ts';
import { defineTemplate } from '../template.ts';
import { SECTION_WORDS } from '../words.ts';

const scopeZh = (scope: ExceptionScope): string => (scope === 'BASIC_INFORMATION' ? '基本信息' : SECTION_WORDS.zh[scope]);
const scopeEn = (scope: ExceptionScope): string => (scope === 'BASIC_INFORMATION' ? 'basic information' : SECTION_WORDS.en[scope]);

/** A school asks its province for a change after the cutoff (X7). */
export const exceptionRequested = defineTemplate({
  audiences: ['PROVINCE'],
  params: z.strictObject({ name: PersonName, scope: ExceptionScope }),
  zh: ({ name, scope }) => ({
    subject: '学校申请截止后更改',
    name: null,
    paragraphs: [`学校申请在截止后更改毕业生${name}的${scopeZh(scope)}。请登录查看理由并答复。`],
  }),
  en: ({ name, scope }) => ({
    subject: 'A school asks for a change after the cutoff',
    name: null,
    paragraphs: [`A school asks to change the ${scopeEn(scope)} of ${name} after the cutoff. Please sign in, read the reason and answer.`],
  }),
});

/** The province has answered a request for a change after the cutoff (X7). */
export const exceptionAnswered = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ name: PersonName, scope: ExceptionScope, status: z.enum(['GRANTED', 'REFUSED']), until: ShownTime.nullable() }),
  zh: ({ name, scope, status, until }) => ({
    subject: '截止后更改申请已有答复',
    name: null,
    paragraphs: [
      status === 'GRANTED'
        ? `毕业生${name}的${scopeZh(scope)}可更改至 ${until ?? ''}。`
        : `毕业生${name}的${scopeZh(scope)}更改申请未获同意。请登录查看答复。`,
    ],
  }),
  en: ({ name, scope, status, until }) => ({
    subject: 'A request for a change after the cutoff has been answered',
    name: null,
    paragraphs: [
      status === 'GRANTED'
        ? `The ${scopeEn(scope)} of ${name} may be changed until ${until ?? ''}.`
        : `The request about the ${scopeEn(scope)} of ${name} was refused. Please sign in and read the answer.`,
    ],
  }),
});

/** An exception has ended before a desk had decided (X7). */
export const exceptionLapsed = defineTemplate({
  audiences: ['GRADUATE', 'SCHOOL'],
  params: z.strictObject({ name: PersonName, section: SectionKind }),
  zh: ({ name, section }) => ({
    subject: '截止后更改的期限已过',
    name: null,
    paragraphs: [`毕业生${name}的${SECTION_WORDS.zh[section]}更改在期限内没有审核完成，不再办理。已生效的登记不受影响。`],
  }),
  en: ({ name, section }) => ({
    subject: 'The time for a change after the cutoff has ended',
    name: null,
    paragraphs: [
      `The change of the ${SECTION_WORDS.en[section]} of ${name} was not decided in time and has lapsed. What is in force stays so.`,
    ],
  }),
});
