import type { BasicInformation } from '../../../domain/graduate/basic-information.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { shanghai } from './instants.ts';

let sequence = 0;

/** Ids in the order in which they are made, so that a failure reads well. */
export const nextId = (): string => `00000000-0000-7000-8000-${String((sequence += 1)).padStart(12, '0')}`;
/** The id of nothing. */
export const unknownId = '00000000-0000-7000-8000-ffffffffffff';

export const sampleBasic: BasicInformation = {
  candidateNo: '27110000000001',
  name: '示例同学',
  idType: 'RESIDENT_ID',
  idNumberIndex: 'index-1',
  gender: '1',
  ethnicity: '01',
  politicalStatus: '13',
  educationLevel: '231',
  trainingMode: '1',
  targetUnit: null,
  major: '哲学',
  majorCode: null,
  schoolingYears: '4',
  studentNo: '20230001',
  originRegion: '110108',
  urbanRural: null,
  enrolledAt: '202309',
  graduatedAt: '202706',
  dossierInSchool: true,
  hukouInSchool: true,
  phone: null,
  email: null,
  academicStatus: 'GRADUATED',
  normalCategory: null,
  hardship: null,
  className: '一班',
};

/** Evidence that is there from the beginning, by what it is good for. */
export const evidenceIds = {
  offer: '00000000-0000-7000-9000-000000000001',
  contractPdf: '00000000-0000-7000-9000-000000000002',
  letter: '00000000-0000-7000-9000-000000000003',
  letterPdf: '00000000-0000-7000-9000-000000000004',
  hukouBooklet: '00000000-0000-7000-9000-000000000005',
  idCard: '00000000-0000-7000-9000-000000000006',
  hukouBookletPdf: '00000000-0000-7000-9000-000000000007',
} as const;

const sampleEvidence: GraduateState['evidence'] = {
  [evidenceIds.offer]: { mediaType: 'image/jpeg', sizeBytes: 1_000, section: 'DESTINATION' },
  [evidenceIds.contractPdf]: { mediaType: 'application/pdf', sizeBytes: 1_000, section: 'DESTINATION' },
  [evidenceIds.letter]: { mediaType: 'image/jpeg', sizeBytes: 1_000, section: 'DOSSIER' },
  [evidenceIds.letterPdf]: { mediaType: 'application/pdf', sizeBytes: 1_000, section: 'DOSSIER' },
  [evidenceIds.hukouBooklet]: { mediaType: 'image/jpeg', sizeBytes: 1_000, section: 'ORIGIN' },
  [evidenceIds.idCard]: { mediaType: 'image/png', sizeBytes: 1_000, section: 'ORIGIN' },
  [evidenceIds.hukouBookletPdf]: { mediaType: 'application/pdf', sizeBytes: 1_000, section: 'ORIGIN' },
};

const emptySection = { current: null, latest: null };

/** A graduate as the roster import leaves one: nothing checked, nothing registered. */
export function newGraduate(basic: Partial<BasicInformation> = {}, overrides: Partial<GraduateState> = {}): GraduateState {
  return {
    id: nextId(),
    schoolId: nextId(),
    schoolCode: '99901',
    schoolName: '示例大学',
    provinceCode: '110000',
    collegeId: nextId(),
    cohort: 2027,
    version: 0,
    basic: { ...sampleBasic, ...basic },
    basicCheck: 'PENDING',
    basicCheckedAt: null,
    sections: { DESTINATION: emptySection, DOSSIER: emptySection, HUKOU: emptySection },
    confirmation: { status: 'NOT_REPORTED', changedAt: null },
    grants: [],
    transferNumbers: [],
    openTickets: [],
    openings: [],
    exceptions: [],
    evidence: sampleEvidence,
    remindersDone: {},
    stage: 'CHECKING',
    overdue: false,
    createdAt: shanghai('2027-05-03T10:00:00'),
    cutoffRecorded: false,
    ended: false,
    ...overrides,
  };
}
