import { z } from 'zod';
import { codePoints } from '../text/characters.ts';
import { StatementRendering } from './rendering.ts';

const controlOrFormat = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

// The longest there can be is the place of a dossier's unit: a region, then an address of 200 characters.
const longest = 300;

/** One line of print: invisible characters could make the paper say other than the record. */
const Printed = z
  .string()
  .refine((text) => codePoints(text) <= longest, { message: `must have at most ${longest} characters` })
  .refine((text) => !controlOrFormat.test(text), { message: 'must not hold control or invisible characters' });
const Filled = Printed.refine((text) => text !== '', { message: 'must not be empty' });

/** 基本信息 of R44, as printed. */
export const StatementBasics = z.strictObject({
  name: Filled,
  gender: Filled,
  school: Filled,
  graduationMonth: Filled,
  yearsOfStudy: Filled,
  major: Filled,
  educationLevel: Filled,
  homeRegion: Filled,
});
export type StatementBasics = z.infer<typeof StatementBasics>;

/** 毕业去向信息 of R44; the label of the entity depends on the destination code (就业单位名称, 升学院校名称 …). */
export const StatementDestination = z.strictObject({
  destination: Filled,
  entityLabel: Filled,
  entityName: Printed,
  entityRegion: Printed,
});
export type StatementDestination = z.infer<typeof StatementDestination>;

/** 档案转递信息 of R44. */
export const DossierTransfer = z.strictObject({
  transferType: Filled,
  unitName: Filled,
  unitRegion: Filled,
  postcode: Printed,
  contact: Printed,
  phone: Printed,
});
export type DossierTransfer = z.infer<typeof DossierTransfer>;

/** 户口迁移信息 of R44. */
export const HukouTransfer = z.strictObject({ transferType: Filled, unitName: Printed, region: Filled });
export type HukouTransfer = z.infer<typeof HukouTransfer>;

/** The number as canonical text and grouped by spaces for reading aloud, and what the QR code holds (X23). */
export const StatementNumber = z
  .strictObject({
    canonical: z.string().regex(/^[0-9A-Z]{15}$|^[0-9A-Z]{18}$/),
    grouped: z.string(),
    qrContent: z.string().min(1).max(1000),
    validUntil: Filled.nullable(),
  })
  .refine(({ canonical, grouped }) => grouped.replaceAll(' ', '') === canonical, {
    message: 'groups must spell the number',
    path: ['grouped'],
  });
export type StatementNumber = z.infer<typeof StatementNumber>;

const common = {
  rendering: StatementRendering,
  title: Filled,
  /** Whose number it carries: the graduate's 核验编号 (R25) or the school's 转递编号 (R36). */
  numberKind: z.enum(['VERIFICATION', 'TRANSFER']),
  /** null for a preview, which shows neither number nor QR code (R34). */
  number: StatementNumber.nullable(),
  basics: StatementBasics,
  /** null only for a preview before anything is approved. */
  destination: StatementDestination.nullable(),
  /** Note 1 of R47: where the data comes from (X27). */
  sourceNote: Filled,
  issuer: Filled,
  issuedAt: Filled,
  /** Sequence number of the audit row that issued the number; null for a preview. */
  auditPosition: z.number().int().positive().nullable(),
  /** Where the entries of online verification are, without number or name. */
  verificationAddress: Filled,
  /** End of the verification service for this kind of number as an instant (R33, R42). */
  serviceEnd: Filled,
  /** 样例 across the page (X10, X27). */
  specimen: z.boolean(),
};

/** Everything that stands on a statement, already formatted (R44–R47). `transfer` is null when it was not registered (R46). */
export const StatementContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DOSSIER'), ...common, transfer: DossierTransfer.nullable() }),
  z.strictObject({ kind: z.literal('HUKOU'), ...common, transfer: HukouTransfer.nullable() }),
]);
export type StatementContent = z.infer<typeof StatementContent>;
