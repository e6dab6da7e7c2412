import { destinations } from '../../../domain/codes/destinations.ts';
import { transferTypes } from '../../../domain/codes/transfer-types.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { evidenceNeeded } from '../../../domain/registration/evidence-rules.ts';
import type { SectionKind } from '../../../domain/registration/section.ts';
import { actors } from '../../support/domain/actors.ts';
import { evidenceIds, newGraduate, nextId, unknownId } from '../../support/domain/graduate-state.ts';
import { checked } from '../../support/domain/journey.ts';
import type { PaperRecord } from '../../support/domain/paper-record.ts';
import { employment, homeDossier, homeHukou } from '../../support/record/contents.ts';

const letter = { ...homeDossier, type: 'EMPLOYER' };
const megabyte = 1024 * 1024;

/** A checked graduate with files of these sizes and types for a section; their ids. */
function withFiles(section: string, files: readonly { mediaType: string; sizeBytes: number }[]): { paper: PaperRecord; ids: string[] } {
  const ids = files.map(() => nextId());
  const evidence = Object.fromEntries(files.map((file, index) => [ids[index], { ...file, section }]));
  return { paper: checked({ state: newGraduate({}, { evidence }) }), ids };
}
const image = (sizeBytes = 1_000) => ({ mediaType: 'image/jpeg', sizeBytes });
const pdf = (sizeBytes = 1_000) => ({ mediaType: 'application/pdf', sizeBytes });

const payload = (section: SectionKind, content: unknown, ids: readonly string[]) => ({ section, content, evidenceIds: ids, basedOn: null });
const codeOf = (paper: PaperRecord, ...args: Parameters<typeof payload>) =>
  paper.refusal(actors.graduate, 'SUBMIT_SECTION', payload(...args));
const accepted = (paper: PaperRecord, ...args: Parameters<typeof payload>) =>
  paper.decide(actors.graduate, 'SUBMIT_SECTION', payload(...args)).accepted;

describe('which contents need evidence', () => {
  it('X28 every destination but 70, 71 and 72 does', () => {
    expect(destinations.codes.filter((code) => !evidenceNeeded('DESTINATION', { code }, nationalDefault))).toEqual(['70', '71', '72']);
  });

  it('R18 every transfer type but 转回生源地 does, for the dossier', () => {
    expect(transferTypes.codes.filter((type) => !evidenceNeeded('DOSSIER', { type }, nationalDefault))).toEqual(['HOME']);
  });

  it('R18 none does for the hukou', () => {
    expect(transferTypes.codes.filter((type) => evidenceNeeded('HUKOU', { type }, nationalDefault))).toEqual([]);
  });

  it('R18 a province may ask for more, or for less, by its pack', () => {
    const pack = { evidence: { destination: { 70: true }, transfer: { EMPLOYER: false }, clause: 'P1' } };
    expect(evidenceNeeded('DESTINATION', { code: '70' }, pack)).toBe(true);
    expect(evidenceNeeded('DOSSIER', { type: 'EMPLOYER' }, pack)).toBe(false);
    expect(evidenceNeeded('DOSSIER', { type: 'CUSTODIAN' }, pack)).toBe(true);
  });
});

describe('evidence of a submission', () => {
  it.each([
    ['DOSSIER', letter],
    ['DESTINATION', employment],
  ] as const)('R18 a %s without its evidence is refused', (section, content) => {
    expect(codeOf(checked(), section, content, [])).toEqual({ code: 'EVIDENCE_REQUIRED', clause: 'R18', fields: ['evidenceIds'] });
  });

  it('R18 with a letter the dossier may go to an employer', () => {
    expect(accepted(checked(), 'DOSSIER', letter, [evidenceIds.letter])).toBe(true);
  });

  it('R17 three images are taken, the fourth is refused', () => {
    const { paper, ids } = withFiles('DOSSIER', [image(), image(), image(), image()]);
    expect(accepted(paper, 'DOSSIER', letter, ids.slice(0, 3))).toBe(true);
    expect(codeOf(paper, 'DOSSIER', letter, ids)).toEqual({ code: 'TOO_MANY_IMAGES', clause: 'R17', fields: ['evidenceIds'] });
  });

  it('R17 X28 a PDF is refused for the dossier and taken for a destination', () => {
    expect(codeOf(checked(), 'DOSSIER', letter, [evidenceIds.letterPdf])).toEqual({
      code: 'EVIDENCE_MUST_BE_IMAGE',
      clause: 'R17',
      fields: ['evidenceIds'],
    });
    expect(accepted(checked(), 'DESTINATION', employment, [evidenceIds.contractPdf])).toBe(true);
  });

  it('R17 one PDF among images is refused too', () => {
    const { paper, ids } = withFiles('DOSSIER', [image(), pdf()]);
    expect(codeOf(paper, 'DOSSIER', letter, ids).code).toBe('EVIDENCE_MUST_BE_IMAGE');
  });

  it('X28 a destination takes 10 MB in all, and not one byte more', () => {
    const { paper, ids } = withFiles('DESTINATION', [image(5 * megabyte), pdf(5 * megabyte), image(1)]);
    expect(accepted(paper, 'DESTINATION', employment, ids.slice(0, 2))).toBe(true);
    expect(codeOf(paper, 'DESTINATION', employment, ids)).toEqual({ code: 'EVIDENCE_TOO_LARGE', clause: 'X28', fields: ['evidenceIds'] });
  });

  it('X28 a destination takes more than three files', () => {
    const { paper, ids } = withFiles('DESTINATION', [image(), image(), pdf(), image()]);
    expect(accepted(paper, 'DESTINATION', employment, ids)).toBe(true);
  });

  it('R18 an id that nobody uploaded is refused, beside good ones too', () => {
    expect(codeOf(checked(), 'DOSSIER', letter, [unknownId])).toEqual({ code: 'EVIDENCE_UNKNOWN', fields: ['evidenceIds'] });
    expect(codeOf(checked(), 'DOSSIER', letter, [evidenceIds.letter, unknownId]).code).toBe('EVIDENCE_UNKNOWN');
  });

  it.each([
    ['DOSSIER', letter, evidenceIds.offer],
    ['DESTINATION', employment, evidenceIds.letter],
    ['HUKOU', homeHukou, evidenceIds.hukouBooklet],
  ] as const)('R18 a file that was uploaded for another section is refused: %s', (section, content, id) => {
    expect(codeOf(checked(), section, content, [id]).code).toBe('EVIDENCE_UNKNOWN');
  });

  it('R18 an id that is no id is refused for its shape', () => {
    expect(codeOf(checked(), 'DOSSIER', letter, ['constructor']).code).toBe('INVALID_REQUEST');
  });

  it('R17 a refusal for evidence changes nothing', () => {
    const paper = checked();
    const before = structuredClone(paper.state);
    codeOf(paper, 'DOSSIER', letter, []);
    expect(paper.state).toEqual(before);
    expect(paper.told).toEqual([]);
  });
});
