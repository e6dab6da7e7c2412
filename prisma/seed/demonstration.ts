import { sampleColleges } from '../../scripts/samples/sample-school.ts';
import type { Role } from '../../domain/access/role.ts';

/** The password of every demonstration account, staff and graduates alike; production refuses to be seeded. */
export const demonstrationPassword = 'sample-only-password';

/** One demonstration account of the staff; `college` by its name. */
export interface StaffSeed {
  readonly signInName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly college?: string;
}

const shortNames = ['info', 'econ', 'lang', 'mech'] as const;
const reviewers = ['方静仪', '白子谦', '卢安然', '施明哲'] as const;

/** One account for each role on the school's side, one for each college where the role belongs to a college. */
export const staffSeeds: readonly StaffSeed[] = [
  ...sampleColleges.map(({ name }, index): StaffSeed => ({
    signInName: `college.${shortNames[index] ?? ''}`,
    displayName: reviewers[index] ?? '',
    role: 'COLLEGE_REVIEWER',
    college: name,
  })),
  ...sampleColleges.map(({ name, counsellor }): StaffSeed => ({
    signInName: counsellor.signInName,
    displayName: counsellor.name,
    role: 'COUNSELLOR',
    college: name,
  })),
  { signInName: 'school.review', displayName: '叶知秋', role: 'SCHOOL_REVIEWER' },
  { signInName: 'school.admin', displayName: '宋时雨', role: 'SCHOOL_ADMIN' },
  { signInName: 'province', displayName: '纪长风', role: 'PROVINCE_ADMIN' },
  { signInName: 'operator', displayName: '运维员', role: 'OPERATOR' },
];

/** Who imports the sample roster. */
export const importerSignInName = 'school.admin';
