import type { Role } from './role.ts';

/** Whose records a right reaches: one's own, one's classes (X31), one's college, school or province, or all. */
export type Jurisdiction = 'SELF' | 'CLASS' | 'COLLEGE' | 'SCHOOL' | 'PROVINCE' | 'ALL';

/** ANYONE needs no sign-in: the verifier, and whoever looks at a code list. */
export type RightHolder = Role | 'ANYONE';

type Reach = Readonly<Partial<Record<RightHolder, Jurisdiction>>>;

const anyone: Reach = { ANYONE: 'ALL' };
const ownGraduate: Reach = { GRADUATE: 'SELF' };
const counsellor: Reach = { COUNSELLOR: 'CLASS' };
const collegeDesk: Reach = { COLLEGE_REVIEWER: 'COLLEGE', COLLEGE_ADMIN: 'COLLEGE' };
const schoolDesk: Reach = { SCHOOL_REVIEWER: 'SCHOOL', SCHOOL_ADMIN: 'SCHOOL' };
const desks: Reach = { ...collegeDesk, ...schoolDesk };
const province: Reach = { PROVINCE_ADMIN: 'PROVINCE' };
const operator: Reach = { OPERATOR: 'ALL' };
const everyStaff: Reach = {
  COUNSELLOR: 'SELF',
  COLLEGE_REVIEWER: 'SELF',
  COLLEGE_ADMIN: 'SELF',
  SCHOOL_REVIEWER: 'SELF',
  SCHOOL_ADMIN: 'SELF',
  PROVINCE_ADMIN: 'SELF',
  EMPLOYER: 'SELF',
  MINISTRY_OFFICER: 'SELF',
  OPERATOR: 'SELF',
};
/** Whom notices may concern: not those who only run the system. */
const readers: Reach = {
  ...ownGraduate,
  COUNSELLOR: 'SELF',
  COLLEGE_REVIEWER: 'SELF',
  COLLEGE_ADMIN: 'SELF',
  SCHOOL_REVIEWER: 'SELF',
  SCHOOL_ADMIN: 'SELF',
  PROVINCE_ADMIN: 'SELF',
  EMPLOYER: 'SELF',
  MINISTRY_OFFICER: 'SELF',
};
const publishers: Reach = { SCHOOL_ADMIN: 'SCHOOL', ...province, MINISTRY_OFFICER: 'ALL' };
const everyRole: Reach = { ...ownGraduate, ...everyStaff };

/**
 * Resource × action × role × jurisdiction: the one table of rights. Every route names its entry; what is not listed is
 * refused. Which values a view holds follows section 14 of the rules and is held by a test over every answer (R25, R36).
 */
export const rights = {
  service: { read: anyone },
  codes: { read: anyone },
  notice: { read: anyone },
  verification: { ask: anyone },
  session: { begin: anyone, end: everyRole },
  account: { read: everyRole, change: everyRole },
  secondFactor: { enrol: everyStaff },
  password: { change: everyStaff },
  // Its colleges and classes, as filters and posts name them.
  school: { read: { COUNSELLOR: 'SCHOOL', ...collegeDesk, ...schoolDesk } },
  staff: { list: { SCHOOL_ADMIN: 'SCHOOL' }, manage: { SCHOOL_ADMIN: 'SCHOOL' } },
  consent: { give: ownGraduate },
  proofing: { begin: ownGraduate },
  command: { read: everyRole },
  graduate: {
    read: { ...ownGraduate, ...counsellor, ...desks },
    list: { ...counsellor, ...desks, ...province },
    remove: { SCHOOL_ADMIN: 'SCHOOL' },
  },
  // R6, R7: the graduate checks, the school's office corrects.
  basicInformation: { check: ownGraduate, dispute: ownGraduate, requestOrigin: ownGraduate, correct: schoolDesk },
  // F7: what lists and records mask, in full; each time is audited.
  personalData: { revealContact: { ...counsellor, ...desks }, revealDocument: desks },
  ticket: { list: { ...counsellor, ...desks }, answer: schoolDesk },
  submission: {
    create: ownGraduate,
    withdraw: ownGraduate,
    requestVoid: ownGraduate,
    requestOpening: ownGraduate,
    enter: { ...counsellor, ...desks },
    open: schoolDesk,
  },
  // X7: after the cutoff the school asks and its province answers.
  exception: { request: { SCHOOL_ADMIN: 'SCHOOL' }, answer: province, list: { ...schoolDesk, ...province } },
  // R16: staff upload what they enter; nobody removes what another has uploaded.
  evidence: {
    upload: { ...ownGraduate, ...counsellor, ...desks },
    remove: { ...ownGraduate, ...counsellor, ...desks },
    read: { ...ownGraduate, ...desks },
  },
  // R14: who sits at which desk is decided with the submission; this says whose submissions may be seen at all.
  review: { list: { ...counsellor, ...desks }, decide: desks, claim: desks },
  // X31: counsellors see where their own classes stand, and remind.
  progress: { read: { ...counsellor, ...desks }, export: { ...counsellor, ...desks } },
  reminder: { send: { ...counsellor, ...desks } },
  confirmation: { give: ownGraduate, list: { ...counsellor, ...desks }, count: { ...counsellor, ...desks } },
  // R25, R30: staff see the status; the number is the graduate's alone.
  grant: { issue: ownGraduate, close: ownGraduate, list: { ...counsellor, ...desks } },
  // R36: college and school, never the graduate.
  transferNumber: { issue: { COLLEGE_ADMIN: 'COLLEGE', ...schoolDesk }, read: desks, list: desks },
  // R40: with the numbers, hence for who may see them.
  transferExport: { make: desks, read: desks, list: desks },
  transferNumberBatch: { list: { COLLEGE_ADMIN: 'COLLEGE', ...schoolDesk } },
  // R25, R36: transfer statements; papers of files for those who may print one of them (`dispatch.print`), which the routes ask.
  printBatch: { make: desks, read: desks, list: desks },
  statement: { read: ownGraduate, readTransfer: desks, preview: { ...ownGraduate, ...desks } },
  // Units that files go to: searched by whoever fills in or reviews, kept by schools and provinces.
  directory: {
    search: { ...ownGraduate, ...counsellor, ...desks, ...province },
    readHome: { ...ownGraduate, ...counsellor, ...desks },
    list: { ...schoolDesk, ...province },
    change: { ...schoolDesk, ...province },
  },
  // R1 通知公告: read by those whom it concerns, written for one's own school, province or all.
  notices: { readPublic: anyone, list: readers, open: readers, write: publishers },
  writtenNotices: { list: publishers },
  notification: { list: { ...ownGraduate, ...desks, ...province }, read: { ...ownGraduate, ...desks, ...province } },
  lookup: { list: ownGraduate, chooseNotice: ownGraduate },
  history: { list: ownGraduate },
  // F7: access and copy.
  copy: { take: ownGraduate },
  statistics: {
    read: { ...schoolDesk, ...province, MINISTRY_OFFICER: 'ALL' },
    list: { ...schoolDesk, ...province, MINISTRY_OFFICER: 'ALL' },
    publish: { SCHOOL_ADMIN: 'SCHOOL' },
    listNumerator: schoolDesk,
  },
  calendar: { read: { ...counsellor, ...desks }, set: { SCHOOL_ADMIN: 'SCHOOL' } },
  // X19: one person brings a roster in, another of the school approves what it carried.
  roster: { upload: { SCHOOL_ADMIN: 'SCHOOL' }, read: schoolDesk, approve: schoolDesk },
  // R36, R64: the graduate reads the notice and where the file is; the slip carries the transfer number.
  dispatch: {
    list: desks,
    read: desks,
    prepare: schoolDesk,
    record: schoolDesk,
    print: schoolDesk,
    readNotice: { ...ownGraduate, ...desks },
    readTimeline: { ...ownGraduate, ...desks },
    report: anyone,
  },
  operation: { read: operator, resend: operator },
  clock: { read: anyone, move: operator },
} as const satisfies Record<string, Record<string, Reach>>;

export type Resource = keyof typeof rights;
export type ActionOn<R extends Resource> = keyof (typeof rights)[R] & string;

/** One entry of the table, as a route names it. */
export type Right = { [R in Resource]: { readonly resource: R; readonly action: ActionOn<R> } }[Resource];

/** How far the right of a holder reaches; undefined when there is none. What anyone may, everybody may. */
export function can(holder: RightHolder, { resource, action }: Right): Jurisdiction | undefined {
  const reach = (rights[resource] as Readonly<Record<string, Reach>>)[action];
  return reach?.[holder] ?? reach?.ANYONE;
}

/** True for an entry that is in the table, whatever the types were told. */
export function isRight(candidate: unknown): candidate is Right {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { resource, action } = candidate as Partial<Record<string, unknown>>;
  return (
    typeof resource === 'string' &&
    typeof action === 'string' &&
    Object.hasOwn(rights, resource) &&
    Object.hasOwn(rights[resource as Resource], action)
  );
}
