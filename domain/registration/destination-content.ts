import { z } from 'zod';
import { codeSchema } from '../codes/code-schema.ts';
import { CalendarDate } from '../calendar/calendar-date.ts';
import { isInMainland, requiresCreditCode, requiresEmployerFields, requiresEntityName } from '../codes/destination-facts.ts';
import { destinationSubtypes, subtypesOf } from '../codes/destination-subtypes.ts';
import { destinations } from '../codes/destinations.ts';
import { employerNatures } from '../codes/employer-natures.ts';
import { industries } from '../codes/industries.ts';
import { jobCategories } from '../codes/job-categories.ts';
import { checkCreditCode } from '../identity-documents/credit-code.ts';
import { normaliseIdentityNumber } from '../identity-documents/normalise-identity-number.ts';
import { RegionCode } from '../regions/region-schemas.ts';
import { fieldError } from '../text/field-problems.ts';
import { plainText } from '../text/plain-text.ts';

const shape = z.strictObject({
  code: codeSchema(destinations.codes),
  subtype: codeSchema(destinationSubtypes.codes).nullable().default(null),
  entityName: plainText(1, 100).nullable().default(null),
  // In one writing, so that a retyped equal code is no change (X12).
  creditCode: z
    .string({ error: fieldError('TYPE_WRONG') })
    .overwrite(normaliseIdentityNumber)
    .nullable()
    .default(null),
  industry: codeSchema(industries.codes).nullable().default(null),
  nature: codeSchema(employerNatures.codes).nullable().default(null),
  jobCategory: codeSchema(jobCategories.codes).nullable().default(null),
  entityRegion: RegionCode.nullable().default(null),
  entityAddress: plainText(1, 200).nullable().default(null),
  abroadName: plainText(1, 200).nullable().default(null),
  startDate: CalendarDate.nullable().default(null),
});

/** 毕业去向: what must be given depends on the code (F2, F6). */
export const DestinationContent = shape.superRefine((content, context) => {
  const expectValue = (field: keyof typeof content) => {
    if (content[field] === null) context.addIssue({ code: 'custom', path: [field], message: 'REQUIRED' });
  };
  const { code } = content;
  if (requiresEntityName(code)) expectValue('entityName');
  if (requiresEmployerFields(code)) (['industry', 'nature', 'jobCategory', 'entityRegion'] as const).forEach(expectValue);
  const inMainland = isInMainland(content.entityRegion);
  if (requiresCreditCode(code, { inMainland, ...(content.nature && { employerNature: content.nature }) })) expectValue('creditCode');
  if (content.creditCode !== null) {
    const checked = checkCreditCode(content.creditCode);
    if (!checked.ok) context.addIssue({ code: 'custom', path: ['creditCode'], message: checked.problem });
  }
  if (content.subtype !== null && !subtypesOf(code).some((entry) => entry.code === content.subtype)) {
    context.addIssue({ code: 'custom', path: ['subtype'], message: 'CODE_UNKNOWN' });
  }
});
export type DestinationContent = z.infer<typeof DestinationContent>;
