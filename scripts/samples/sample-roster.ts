import type { CellValue } from '../../domain/roster/cell-value.ts';
import type { RosterField } from '../../domain/roster/columns.ts';
import { fullWidth, sampleIdNumber, sampleIdNumberWithX } from './sample-numbers.ts';
import { samplePeople, type SamplePerson } from './sample-people.ts';
import { sampleColleges, sampleSchool } from './sample-school.ts';
import { pick, seededRandom } from './seeded-random.ts';

/** One row of the sample roster as the careers office of a school keeps it. */
export type SampleRow = Readonly<Partial<Record<RosterField, CellValue>>>;

const regions = [
  '110108',
  '320102',
  '370212',
  '510104',
  '440106',
  '330106',
  '210102',
  '610113',
  '420111',
  '430104',
  '230103',
  '350203',
] as const;
const phoneBase = 19_900_000_000;
/** The rows of the sheet are in the order of the classes. */
export const classSize = 5;

const places = sampleColleges.flatMap(({ name, counsellor, classes }) =>
  classes.map(([className, major, majorCode]) => ({ college: name, counsellor: counsellor.name, className, major, majorCode })),
);

/** Forty invented graduates of one cohort; the same for the same year. */
export function sampleRoster(cohort: number): SampleRow[] {
  const random = seededRandom(cohort);
  return samplePeople.map((person, index) => rowOf(person, index, cohort, random));
}

function rowOf(person: SamplePerson, index: number, cohort: number, random: () => number): SampleRow {
  const place = places[Math.floor(index / classSize)];
  if (place === undefined) throw new RangeError('more people than places');
  const region = person.region ?? pick(random, regions);
  const enrolled = cohort - (person.isMaster ? 3 : 4);
  const yy = String(enrolled).slice(2);
  const order = String(index + 1).padStart(4, '0');
  const idNumber = idNumberOf(person, region, cohort - (person.isMaster ? 25 : 22), index, random);
  return {
    candidateNo: person.isMaster ? `10001${yy}0900${order}` : `${yy}${region.slice(0, 2)}0101${order}00`,
    name: person.name,
    idNumber,
    gender: person.gender === '1' ? '男' : '女',
    ethnicity: '汉族',
    politicalStatus: pick(random, ['共青团员', '共青团员', '群众', '中共党员', '团员']),
    schoolCode: index % 3 === 0 ? Number(sampleSchool.code) : sampleSchool.code,
    schoolName: sampleSchool.name,
    college: place.college,
    major: place.major,
    majorCode: place.majorCode,
    educationLevel: person.isMaster ? '硕士研究生' : pick(random, ['本科', '本科生毕业', '231']),
    schoolingYears: person.isMaster ? 3 : 4,
    studentNo: `${enrolled}01${order}`,
    trainingMode: pick(random, ['非定向', '1']),
    targetUnit: null,
    originRegion: region,
    urbanRural: pick(random, ['城镇', '农村']),
    enrolledAt: Number(`${enrolled}09`),
    graduatedAt: graduatedAt(cohort, index),
    dossierInSchool: '是',
    hukouInSchool: '是',
    phone: phoneBase + index + 1,
    email: `graduate${order}@example.com`,
    academicStatus: '毕业',
    normalCategory: null,
    hardship: null,
    cohort,
    idType: documentName[person.document ?? 'RESIDENT_ID'],
    className: place.className.replace('{yy}', String(cohort - 4).slice(2)),
    counsellor: place.counsellor,
    ...person.written?.(cohort),
  };
}

const documentName = { RESIDENT_ID: null, RESIDENT_ID_WITH_X: '居民身份证', HMT_RESIDENCE: '港澳台居民居住证', PASSPORT: '护照' } as const;

function idNumberOf({ document, gender }: SamplePerson, region: string, birthYear: number, index: number, random: () => number): string {
  if (document === 'PASSPORT') return `EX${String(8_800_000 + index)}`;
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const parts = { region, birth: `${birthYear}${month}${day}`, gender, sequence: 10 + index };
  // Somebody types a small x, somebody else has a wide keyboard.
  if (document === 'RESIDENT_ID_WITH_X') return sampleIdNumberWithX(parts).toLowerCase();
  const number = sampleIdNumber(parts);
  return index % 11 === 4 ? fullWidth(number) : number;
}

/** The three ways in which one column of one sheet says June. */
function graduatedAt(cohort: number, index: number): CellValue {
  if (index % 4 === 1) return `${cohort}-06`;
  return index % 4 === 2 ? new Date(Date.UTC(cohort, 5, 30)) : Number(`${cohort}06`);
}
