import { z } from 'zod';
import { CalendarDate } from '../calendar/calendar-date.ts';
import { requiresCreditCode, requiresEmployerFields, requiresEntityName } from '../codes/destination-facts.ts';
import { DestinationSubtype, subtypesOf } from '../codes/destination-subtypes.ts';
import { DestinationCode } from '../codes/destinations.ts';
import { EmployerNature } from '../codes/employer-natures.ts';
import { Industry } from '../codes/industries.ts';
import { JobCategory } from '../codes/job-categories.ts';
import { checkCreditCode } from '../identity-documents/credit-code.ts';
import { normaliseIdentityNumber } from '../identity-documents/normalise-identity-number.ts';
import { RegionCode } from '../regions/region-schemas.ts';
import { fieldError } from '../text/field-problems.ts';
import { plainText } from '../text/plain-text.ts';

/** Hong Kong, Macao and Taiwan have no 统一社会信用代码; a region that is not given yet is taken for the mainland. */
export const isInMainland = (region: string | null): boolean => !/^(71|81|82)/.test(region ?? '');

const shape = z.strictObject({
  code: DestinationCode,
  subtype: DestinationSubtype.nullable().default(null),
  entityName: plainText(1, 100).nullable().default(null),
  // In one writing, so that a retyped equal code is no change (X12).
  creditCode: z
    .string({ error: fieldError('TYPE_WRONG') })
    .overwrite(normaliseIdentityNumber)
    .nullable()
    .default(null),
  industry: Industry.nullable().default(null),
  nature: EmployerNature.nullable().default(null),
  jobCategory: JobCategory.nullable().default(null),
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
