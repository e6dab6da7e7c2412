import { basicDigest, recordDigest } from '../../../domain/confirmation/record-digest.ts';
import type { BasicInformation } from '../../../domain/graduate/basic-information.ts';
import { newGraduate, sampleBasic } from '../../support/domain/graduate-state.ts';
import { register, registered } from '../../support/domain/journey.ts';
import { homeDossier, homeHukou } from '../../support/record/contents.ts';

describe('digests of what a screen shows', () => {
  it.each([
    ['DESTINATION', { code: '71' }],
    ['DOSSIER', { ...homeDossier, contact: '李科' }],
    ['HUKOU', { ...homeHukou, region: '110105' }],
  ] as const)('R23 any change of %s in force is another record', (section, content) => {
    const paper = registered();
    const seen = recordDigest(paper.state);
    register(paper, section, content);
    expect(recordDigest(paper.state)).not.toBe(seen);
  });

  it('R23 a section that is not registered is another record than one that is', () => {
    const digests = [['DESTINATION'], ['DESTINATION', 'DOSSIER'], ['DESTINATION', 'HUKOU']].map((sections) =>
      recordDigest(registered({}, sections as never).state),
    );
    expect(new Set(digests).size).toBe(3);
  });

  it('R8 every field of the basic information is in its digest', () => {
    const seen = basicDigest(newGraduate());
    for (const field of Object.keys(sampleBasic) as (keyof BasicInformation)[]) {
      const other = typeof sampleBasic[field] === 'boolean' ? !sampleBasic[field] : 'other';
      expect([field, basicDigest(newGraduate({ [field]: other }))]).not.toEqual([field, seen]);
    }
  });

  it('R8 the order of fields plays no part', () => {
    const turned = Object.fromEntries(Object.entries(sampleBasic).reverse()) as unknown as BasicInformation;
    expect(basicDigest({ ...newGraduate(), basic: turned })).toBe(basicDigest(newGraduate()));
  });
});
