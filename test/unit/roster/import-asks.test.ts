import { ImportStatus, openAsk, type ImportAsk } from '../../../domain/roster/import-status.ts';

const standing = (asked: ImportAsk | null, status: ImportStatus) => ({ asked, status, sectionsDecision: null, sectionsDoneAt: null });
const whileOpen = (asked: ImportAsk): ImportStatus[] => ImportStatus.options.filter((status) => openAsk(standing(asked, status)) === asked);

describe('what has been asked of an import', () => {
  it('R4 is open until its own end, and over when the import is refused, cancelled or taken back', () => {
    expect(whileOpen('IMPORT')).toEqual(['UPLOADED', 'VALIDATING', 'VALIDATED', 'IMPORTING']);
    expect(whileOpen('TRIAL')).toEqual(['UPLOADED', 'VALIDATING']);
    expect(whileOpen('VALIDATE')).toEqual(['UPLOADED', 'VALIDATING', 'MENDED']);
    expect(whileOpen('COMMIT')).toEqual(['VALIDATED', 'IMPORTING']);
    expect(whileOpen('UNDO')).toEqual(['UNDOING']);
    for (const status of ImportStatus.options) expect(openAsk(standing(null, status))).toBeNull();
  });

  it('X19 the second person’s word is open until it is carried out', () => {
    const said = { ...standing('DECIDE_SECTIONS', 'IMPORTED'), sectionsDecision: 'APPROVE' };
    expect([openAsk(said), openAsk({ ...said, sectionsDoneAt: 1 }), openAsk(standing('DECIDE_SECTIONS', 'IMPORTED'))]).toEqual([
      'DECIDE_SECTIONS',
      null,
      null,
    ]);
  });
});
