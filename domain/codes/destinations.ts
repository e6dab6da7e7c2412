// Codes and names of the first level: two or more independent public sources (confidence A); three digits: one 2024 export (B).
// Settled is everything but 70, 71, 72. Groups: 2021 and 2024 statistics rules. `inferred` names the fields no source states.
import { codeList, type CodeEntry } from './code-list.ts';
import type { EntityLabel } from './entity-labels.ts';
import type { StatGroup2021, StatGroup2024 } from './statistics-groups.ts';

/** What a destination is, as far as the form, the evidence and the transfer of the dossier are concerned. */
export type DestinationKind = 'EMPLOYMENT' | 'MILITARY' | 'GRASSROOTS' | 'PENDING' | 'SELF_EMPLOYMENT' | 'STUDY' | 'ABROAD';

/** One 毕业去向类别. */
export interface DestinationCategory extends CodeEntry {
  readonly parent: string | null;
  readonly level: 1 | 2;
  readonly kind: DestinationKind;
  /** How the field for the entity is called; null where there is none. */
  readonly entityLabel: EntityLabel | null;
  /** Counts as 落实. */
  readonly settled: boolean;
  readonly statGroup2021: StatGroup2021;
  readonly statGroup2024: StatGroup2024;
  readonly evidenceRequired: boolean;
  /** The pay must reach the local minimum wage (F2). */
  readonly wageFloor: boolean;
  /** A: two or more sources; B: one. */
  readonly confidence: 'A' | 'B';
  readonly inferred: readonly ('statGroup2021' | 'statGroup2024' | 'evidence')[];
}

/** 毕业去向类别. 27 and 271 share their name: a lookup by name finds 27. */
// A table: the lines of an entry are read together.
// prettier-ignore
export const destinations = codeList([
  {
    code: '10', zh: '签就业协议形式就业', en: 'Employment by signed agreement',
    parent: null, level: 1, kind: 'EMPLOYMENT', entityLabel: 'EMPLOYER', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: [],
  },
  {
    code: '11', zh: '签劳动合同形式就业', en: 'Employment by labour contract',
    parent: null, level: 1, kind: 'EMPLOYMENT', entityLabel: 'EMPLOYER', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: [],
  },
  {
    code: '12', zh: '其他录用形式就业', en: 'Other form of employment',
    parent: null, level: 1, kind: 'EMPLOYMENT', entityLabel: 'EMPLOYER', settled: true,
    statGroup2021: 'FLEXIBLE', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: true, confidence: 'A', inferred: ['statGroup2024'],
  },
  {
    code: '27', zh: '科研助理、管理助理', en: 'Research or administrative assistant',
    parent: null, level: 1, kind: 'EMPLOYMENT', entityLabel: 'PROJECT_OR_UNIT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: true, confidence: 'A', inferred: ['statGroup2021', 'evidence'],
  },
  {
    code: '271', zh: '科研助理、管理助理', en: 'Research or administrative assistant',
    parent: '27', level: 2, kind: 'EMPLOYMENT', entityLabel: 'PROJECT_OR_UNIT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: true, confidence: 'B', inferred: ['statGroup2021', 'evidence'],
  },
  {
    code: '46', zh: '应征义务兵', en: 'Conscript',
    parent: null, level: 1, kind: 'MILITARY', entityLabel: 'CONSCRIPTION_OFFICE', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: [],
  },
  {
    code: '50', zh: '国家基层项目', en: 'National grassroots programme',
    parent: null, level: 1, kind: 'GRASSROOTS', entityLabel: 'PROJECT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: ['evidence'],
  },
  {
    code: '502', zh: '国家基层项目-三支一扶', en: 'National grassroots programme: three supports and one assistance',
    parent: '50', level: 2, kind: 'GRASSROOTS', entityLabel: 'PROJECT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'B', inferred: ['evidence'],
  },
  {
    code: '503', zh: '国家基层项目-西部计划', en: 'National grassroots programme: western region volunteers',
    parent: '50', level: 2, kind: 'GRASSROOTS', entityLabel: 'PROJECT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'B', inferred: ['evidence'],
  },
  {
    code: '51', zh: '地方基层项目', en: 'Local grassroots programme',
    parent: null, level: 1, kind: 'GRASSROOTS', entityLabel: 'PROJECT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: ['evidence'],
  },
  {
    code: '512', zh: '地方基层项目-地方选调生', en: 'Local grassroots programme: selected graduates',
    parent: '51', level: 2, kind: 'GRASSROOTS', entityLabel: 'PROJECT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'B', inferred: ['evidence'],
  },
  {
    code: '519', zh: '地方基层项目-其他地方基层项目', en: 'Local grassroots programme: other',
    parent: '51', level: 2, kind: 'GRASSROOTS', entityLabel: 'PROJECT', settled: true,
    statGroup2021: 'CONTRACT', statGroup2024: 'EMPLOYER',
    evidenceRequired: true, wageFloor: false, confidence: 'B', inferred: ['evidence'],
  },
  {
    code: '70', zh: '待就业', en: 'Seeking employment', aliases: ['求职中'],
    parent: null, level: 1, kind: 'PENDING', entityLabel: null, settled: false,
    statGroup2021: 'PENDING', statGroup2024: 'PENDING',
    evidenceRequired: false, wageFloor: false, confidence: 'A', inferred: [],
  },
  {
    code: '71', zh: '不就业拟升学', en: 'Not employed, preparing for further study',
    parent: null, level: 1, kind: 'PENDING', entityLabel: null, settled: false,
    statGroup2021: 'DEFERRED', statGroup2024: 'DEFERRED',
    evidenceRequired: false, wageFloor: false, confidence: 'A', inferred: [],
  },
  {
    code: '72', zh: '其他暂不就业', en: 'Not employed for other reasons',
    parent: null, level: 1, kind: 'PENDING', entityLabel: null, settled: false,
    statGroup2021: 'DEFERRED', statGroup2024: 'DEFERRED',
    evidenceRequired: false, wageFloor: false, confidence: 'A', inferred: [],
  },
  {
    code: '75', zh: '自主创业', en: 'Own business', aliases: ['创业'],
    parent: null, level: 1, kind: 'SELF_EMPLOYMENT', entityLabel: 'STARTUP', settled: true,
    statGroup2021: 'STARTUP', statGroup2024: 'SELF_EMPLOYED',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: ['evidence'],
  },
  {
    code: '76', zh: '自由职业', en: 'Freelance work',
    parent: null, level: 1, kind: 'SELF_EMPLOYMENT', entityLabel: 'FREELANCE_WORK', settled: true,
    statGroup2021: 'FLEXIBLE', statGroup2024: 'FREELANCE',
    evidenceRequired: true, wageFloor: true, confidence: 'A', inferred: [],
  },
  {
    code: '80', zh: '升学', en: 'Further study',
    parent: null, level: 1, kind: 'STUDY', entityLabel: 'SCHOOL', settled: true,
    statGroup2021: 'FURTHER_STUDY', statGroup2024: 'STUDY_DOMESTIC',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: [],
  },
  {
    code: '801', zh: '境内升学-研究生', en: 'Further study in China: postgraduate',
    parent: '80', level: 2, kind: 'STUDY', entityLabel: 'SCHOOL', settled: true,
    statGroup2021: 'FURTHER_STUDY', statGroup2024: 'STUDY_DOMESTIC',
    evidenceRequired: true, wageFloor: false, confidence: 'B', inferred: [],
  },
  {
    code: '802', zh: '境内升学-第二学士学位', en: 'Further study in China: second bachelor degree',
    parent: '80', level: 2, kind: 'STUDY', entityLabel: 'SCHOOL', settled: true,
    statGroup2021: 'FURTHER_STUDY', statGroup2024: 'STUDY_DOMESTIC',
    evidenceRequired: true, wageFloor: false, confidence: 'B', inferred: [],
  },
  {
    code: '85', zh: '出国、出境(境外留学)', en: 'Going abroad (study)', aliases: ['出国、出境', '出国（境）', '出国出境'],
    parent: null, level: 1, kind: 'ABROAD', entityLabel: 'FOREIGN_ENTITY', settled: true,
    statGroup2021: 'FURTHER_STUDY', statGroup2024: 'STUDY_ABROAD',
    evidenceRequired: true, wageFloor: false, confidence: 'A', inferred: ['evidence'],
  },
] as const satisfies readonly DestinationCategory[]);

export type DestinationCode = (typeof destinations.codes)[number];
export const destinationName = destinations.name;

/** Everything known of a destination code as it came from outside; undefined for an unknown one. */
export function findDestination(code: string): DestinationCategory | undefined {
  return destinations.find(code);
}

/** Everything known of a destination code. */
export function getDestination(code: DestinationCode): DestinationCategory {
  return destinations.get(code);
}
