import { RulePack } from './rule-pack.ts';

/** The rules page as it stands; a province's pack replaces it as a whole for a cohort. */
export const nationalDefault: RulePack = RulePack.parse({
  id: 'national-1',
  routes: { value: { DESTINATION: 'NATIONAL', DOSSIER: 'NATIONAL', HUKOU: 'NATIONAL' }, clause: 'R5' },
  keyFields: {
    value: {
      DESTINATION: ['code', 'entityName', 'creditCode', 'entityRegion'],
      DOSSIER: ['type', 'unitName', 'region', 'address'],
      HUKOU: ['type', 'region', 'unitName'],
    },
    basicInformation: ['name', 'idType', 'idNumberIndex', 'graduatedAt'],
    clause: 'R24, X12',
  },
  evidence: { destination: {}, transfer: {}, clause: 'R18' },
  grantNeedsSection: { value: false, clause: 'R13, X1' },
  invalidateSectionOnly: { value: false, clause: 'R32, X4' },
  transferNumberNeeds: { value: 'APPROVED', clause: 'R37, X3' },
  hukouEditor: { value: 'GRADUATE', clause: 'R16, X5' },
  graduateMaySubmitUntil: { value: 'DEPARTURE', clause: 'R56, X7' },
  reviewLevels: { value: 'COLLEGE_AND_SCHOOL', clause: 'R14' },
  reviewDays: { college: 3, school: 3, clause: 'R14' },
  departure: { monthDay: '07-01', clause: 'R57, X14' },
  cutoff: { monthDay: '09-01', approachDays: 7, clause: 'R55' },
  proofingFreshMinutes: { value: 10, clause: 'R26, X15' },
  reminders: {
    hour: 9,
    plan: [
      { step: 'NOT_CHECKED', days: 3 },
      { step: 'NOT_REGISTERED', days: 7 },
      { step: 'RETURNED_NOT_RESUBMITTED', days: 3 },
      { step: 'NOT_CONFIRMED', days: 3 },
      { step: 'GRANT_ENDS', days: 3 },
      { step: 'WINDOW_ENDS', days: 7 },
    ],
    clause: 'R54',
  },
  dispatch: { remindDays: 15, lostDays: 45, clause: 'R63' },
  evidenceKept: { monthsAfterGraduation: 24, unusedDays: 30, receiptDays: 180, clause: 'X20' },
  idempotencyDays: { value: 30, clause: 'X13' },
});
