import type { SectionContent, SectionKind } from '../../../domain/registration/section.ts';
import { homeDossier, homeHukou, pendingDestination } from '../record/contents.ts';
import { actors } from './actors.ts';
import { fittingPayload } from './fitting-payloads.ts';
import { ofType, PaperRecord, type PaperOptions } from './paper-record.ts';

/** The graduate has passed the first gate. */
export function checked(options: PaperOptions = {}): PaperRecord {
  const paper = new PaperRecord(options);
  paper.apply(actors.graduate, 'CHECK_BASIC_INFORMATION', fittingPayload(paper.state, 'CHECK_BASIC_INFORMATION', null, paper.now));
  return paper;
}

/** Submits a section; returns the id of the version. */
export function submit(paper: PaperRecord, section: SectionKind, content: SectionContent, evidenceIds: readonly string[] = []): string {
  const basedOn = paper.state.sections[section].current?.id ?? null;
  const [event] = ofType(paper.apply(actors.graduate, 'SUBMIT_SECTION', { section, content, evidenceIds, basedOn }), 'SECTION_SUBMITTED');
  return event!.version.id;
}

export const approveAtCollege = (paper: PaperRecord, versionId: string) =>
  paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId });
export const approveAtSchool = (paper: PaperRecord, versionId: string) =>
  paper.apply(actors.schoolReviewer, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId });

export const returnPayload = (versionId: string, field = 'evidenceIds') => ({
  decision: 'RETURN',
  versionId,
  reason: 'WRONG_UNIT',
  text: '单位名称与材料不一致',
  fields: [field],
});

/** Submits a section and takes it through both desks; returns what the last approval caused. */
export function register(paper: PaperRecord, section: SectionKind, content: SectionContent, evidenceIds: readonly string[] = []) {
  const versionId = submit(paper, section, content, evidenceIds);
  if (paper.state.sections[section].latest?.status === 'COLLEGE_REVIEW') approveAtCollege(paper, versionId);
  return approveAtSchool(paper, versionId);
}

const sampleContents = { DESTINATION: pendingDestination, DOSSIER: homeDossier, HUKOU: homeHukou } as const;

/** Checked, and with the given sections approved. */
export function registered(
  options: PaperOptions = {},
  sections: readonly SectionKind[] = ['DESTINATION', 'DOSSIER', 'HUKOU'],
): PaperRecord {
  const paper = checked(options);
  for (const section of sections) register(paper, section, sampleContents[section]);
  return paper;
}

/** Registered and 确认无误. */
export function confirmed(options: PaperOptions = {}, sections?: readonly SectionKind[]): PaperRecord {
  const paper = registered(options, sections);
  paper.apply(actors.graduate, 'CONFIRM', fittingPayload(paper.state, 'CONFIRM', null, paper.now));
  return paper;
}

/** Registered and 确认有误. */
export function disputed(options: PaperOptions = {}): PaperRecord {
  const paper = registered(options);
  paper.apply(actors.graduate, 'DISPUTE', fittingPayload(paper.state, 'DISPUTE', null, paper.now));
  return paper;
}

/** Confirmed, with a live grant and a live transfer number of each kind. */
export function granted(options: PaperOptions = {}, endDate = '2027-07-10'): PaperRecord {
  const paper = confirmed(options);
  for (const kind of ['DOSSIER', 'HUKOU']) {
    paper.apply(actors.graduate, 'ISSUE_GRANT', { kind, endDate });
    paper.apply(actors.schoolAdmin, 'ISSUE_TRANSFER_NUMBER', { kind });
  }
  return paper;
}
