import { entitlementsOf, isWithin, type Holding, type Whereabouts } from '../../../domain/access/jurisdiction.ts';
import type { Jurisdiction } from '../../../domain/access/rights.ts';
import type { Role } from '../../../domain/access/role.ts';

const target: Whereabouts = {
  accountId: 'own',
  counsellorId: 'counsellor',
  collegeId: 'college',
  schoolId: 'school',
  provinceCode: '110000',
};
const holding = (role: Role, places: Partial<Holding> = {}): Holding => ({
  role,
  provinceCode: null,
  schoolId: null,
  collegeId: null,
  ...places,
});
const within = (jurisdiction: Jurisdiction, held: Holding, accountId = 'somebody', graduate = target): boolean =>
  isWithin({ holding: held, jurisdiction }, accountId, graduate);

describe('a jurisdiction', () => {
  it('SELF holds one’s own record and no other', () => {
    expect([
      within('SELF', holding('GRADUATE'), 'own'),
      within('SELF', holding('GRADUATE'), 'other'),
      within('SELF', holding('GRADUATE'), 'own', { ...target, accountId: null }),
    ]).toEqual([true, false, false]);
  });

  it('X31 CLASS holds the counsellor’s own classes, in the school where the post is', () => {
    const post = holding('COUNSELLOR', { schoolId: 'school' });
    expect([
      within('CLASS', post, 'counsellor'),
      within('CLASS', post, 'another'),
      within('CLASS', holding('COUNSELLOR', { schoolId: 'elsewhere' }), 'counsellor'),
    ]).toEqual([true, false, false]);
  });

  it.each([
    ['COLLEGE', { collegeId: 'college' }, { collegeId: 'another' }],
    ['SCHOOL', { schoolId: 'school' }, { schoolId: 'another' }],
    ['PROVINCE', { provinceCode: '110000' }, { provinceCode: '120000' }],
  ] as const)('%s holds what lies in it, and a post without a place holds nothing', (jurisdiction, inside, outside) => {
    const role = 'COLLEGE_ADMIN';
    expect([
      within(jurisdiction, holding(role, inside)),
      within(jurisdiction, holding(role, outside)),
      within(jurisdiction, holding(role)),
    ]).toEqual([true, false, false]);
  });

  it('COLLEGE does not hold a graduate without a college, even for a post without one', () => {
    expect(within('COLLEGE', holding('COLLEGE_ADMIN'), 'somebody', { ...target, collegeId: null })).toBe(false);
  });

  it('is that of each post: several posts are several entitlements, and a post without the right is none', () => {
    const posts = [
      holding('COLLEGE_REVIEWER', { collegeId: 'college' }),
      holding('PROVINCE_ADMIN', { provinceCode: '110000' }),
      holding('SCHOOL_REVIEWER', { schoolId: 'school' }),
    ];
    expect(entitlementsOf(posts, { resource: 'review', action: 'decide' }).map(({ jurisdiction }) => jurisdiction)).toEqual([
      'COLLEGE',
      'SCHOOL',
    ]);
  });
});
