import type { SectionKind } from '../../../domain/registration/section.ts';
import { actors } from '../../support/domain/actors.ts';
import { granted, register } from '../../support/domain/journey.ts';
import { ofType } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { homeDossier, homeHukou } from '../../support/record/contents.ts';

const sectionOnly = packWith('invalidateSectionOnly', true);
const changes: readonly (readonly [SectionKind, Record<string, unknown>, readonly string[]])[] = [
  ['DESTINATION', { code: '71' }, ['INVALIDATED', 'INVALIDATED']],
  ['DOSSIER', { ...homeDossier, address: '示例路2号' }, ['INVALIDATED', 'ACTIVE']],
  ['HUKOU', { ...homeHukou, region: '110105' }, ['ACTIVE', 'INVALIDATED']],
];

describe('X4 section only', () => {
  it.each(changes)('X4 a key change of %s kills the numbers of its own kind only', (section, content, statuses) => {
    const paper = granted({ pack: sectionOnly });
    register(paper, section, content);
    expect(paper.state.grants.map(({ status }) => status)).toEqual(statuses);
    expect(paper.state.transferNumbers.map(({ status }) => status)).toEqual(statuses);
  });

  it('R21 X4 the confirmation goes back all the same', () => {
    const paper = granted({ pack: sectionOnly });
    register(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    expect(paper.state.confirmation.status).toBe('UNCONFIRMED');
    expect(paper.told.at(-2)).toMatchObject({ event: 'grant.invalidated', params: { kinds: ['DOSSIER'] } });
  });

  it('X4 X12 a correction of the identity, and a void, concern both kinds', () => {
    const corrected = granted({ pack: sectionOnly });
    corrected.apply(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes: { name: '示例更名' }, reason: '学籍更正' });
    expect(corrected.state.grants.map(({ status }) => status)).toEqual(['INVALIDATED', 'INVALIDATED']);
  });

  it.each(changes)('X4 without the option a key change of %s kills all four', (section, content) => {
    const paper = granted();
    const events = register(paper, section, content);
    expect(ofType(events, 'GRANT_ENDED').map(({ kind }) => kind)).toEqual(['DOSSIER', 'HUKOU']);
    expect(ofType(events, 'TRANSFER_NUMBER_ENDED').map(({ kind }) => kind)).toEqual(['DOSSIER', 'HUKOU']);
  });
});
