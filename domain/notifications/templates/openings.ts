import { z } from 'zod';
import { SectionKind } from '../../registration/section.ts';
import { PersonName, ShownTime } from '../params.ts';
import { defineTemplate } from '../template.ts';
import { SECTION_WORDS } from '../words.ts';

/** The school has opened a section beside the windows (X7). */
export const sectionOpened = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, section: SectionKind, until: ShownTime }),
  zh: ({ name, section, until }) => ({
    subject: `${SECTION_WORDS.zh[section]}登记已为您开放`,
    name,
    paragraphs: [`学校已为您开放${SECTION_WORDS.zh[section]}登记，有效期至 ${until}。请登录填报。`],
  }),
  en: ({ name, section, until }) => ({
    subject: `Your ${SECTION_WORDS.en[section]} registration has been opened`,
    name,
    paragraphs: [
      `Your school has opened the ${SECTION_WORDS.en[section]} registration for you until ${until}. Please sign in and submit it.`,
    ],
  }),
});

/** A graduate asks the school to open a section (X7). */
export const openingRequested = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ name: PersonName, section: SectionKind }),
  zh: ({ name, section }) => ({
    subject: '毕业生申请变更登记',
    name: null,
    paragraphs: [`毕业生${name}申请开放${SECTION_WORDS.zh[section]}登记。请登录查看理由并答复。`],
  }),
  en: ({ name, section }) => ({
    subject: 'A graduate asks for a change',
    name: null,
    paragraphs: [`${name} asks you to open the ${SECTION_WORDS.en[section]} registration. Please sign in, read the reason and answer.`],
  }),
});

/** The school does not open it (X7). */
export const openingRefused = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, section: SectionKind }),
  zh: ({ name, section }) => ({
    subject: '变更登记申请已有答复',
    name,
    paragraphs: [`学校未开放${SECTION_WORDS.zh[section]}登记。请登录查看答复。`],
  }),
  en: ({ name, section }) => ({
    subject: 'Your request for a change has been answered',
    name,
    paragraphs: [`Your school has not opened the ${SECTION_WORDS.en[section]} registration. Please sign in and read the answer.`],
  }),
});
