import { createSchoolDirectory } from '../../../domain/roster/school-directory.ts';
import { idRegionStatus } from '../../../domain/regions/id-regions.ts';
import type { RosterCells } from '../../../domain/roster/match-headings.ts';
import { parseRow } from '../../../domain/roster/parse-row.ts';
import type { ParsedRow, RosterContext } from '../../../domain/roster/roster-row.ts';

/** A school with two colleges and three counsellors, two of whom have one name. */
export const context: RosterContext = {
  school: { code: '10001', name: '示例大学' },
  cohort: 2027,
  today: '2026-11-22',
  regionStatus: idRegionStatus,
  directory: createSchoolDirectory(
    [
      { id: 'college-info', name: '信息工程学院' },
      { id: 'college-law', name: '法学院（知识产权学院）' },
    ],
    [
      { id: 'c-1', name: '周明远', staffNo: 'T001' },
      { id: 'c-2', name: '李伟', staffNo: 'T002' },
      { id: 'c-3', name: '李伟', staffNo: null },
    ],
  ),
};

/** The cells of a row in which nothing is wrong. */
export const goodCells: RosterCells = {
  candidateNo: '23110105123456',
  name: '赵磊',
  idNumber: '11010519491231002X',
  gender: '女',
  ethnicity: '汉族',
  politicalStatus: '共青团员',
  schoolCode: '10001',
  schoolName: '示例大学',
  college: '信息工程学院',
  major: '软件工程',
  educationLevel: '本科',
  schoolingYears: '4',
  studentNo: '2023010001',
  trainingMode: '非定向',
  originRegion: '110105',
  enrolledAt: '202309',
  graduatedAt: '202706',
  dossierInSchool: '是',
  hukouInSchool: '是',
};

/** A destination, a dossier and a hukou as sheets carry them (X19). */
export const destinationCells: RosterCells = {
  destinationCode: '10',
  employerName: '示例软件有限公司',
  usci: '91350100M000100Y43',
  employerNature: '39',
  industry: '34',
  employerRegion: '110108',
  jobCategory: '13',
};
export const dossierCells: RosterCells = {
  dossierTransferType: '转回生源地',
  dossierUnit: '样例人才中心',
  dossierAddress: '江苏省南京市玄武区样例路1号',
  dossierPostcode: '210018',
  dossierContact: '档案科',
  dossierPhone: '025-83000000',
  dossierNote: '转回生源地',
};
export const hukouCells: RosterCells = { hukouTransferType: 'HOME', hukouRegion: '320102' };

export const parse = (changes: RosterCells, other: Partial<RosterContext> = {}): ParsedRow =>
  parseRow({ ...goodCells, ...changes }, { ...context, ...other });

/** The problems of a row as `field CODE SEVERITY`. */
export const problemsOf = (changes: RosterCells, other: Partial<RosterContext> = {}): string[] =>
  parse(changes, other).problems.map(({ field, code, severity }) => `${field} ${code} ${severity}`);
