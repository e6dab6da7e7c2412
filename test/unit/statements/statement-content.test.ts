import { StatementContent } from '../../../domain/statements/statement-content.ts';
import { dossierStatement, hukouStatement } from '../../support/statements/statement-content.ts';

const problemsOf = (value: unknown): string[] => StatementContent.safeParse(value).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('content of a statement', () => {
  it('R45 takes both kinds, with and without number and transfer section', () => {
    expect(problemsOf(dossierStatement())).toEqual([]);
    expect(problemsOf(hukouStatement())).toEqual([]);
    expect(problemsOf(dossierStatement({ number: null, transfer: null }))).toEqual([]);
  });

  it('R45 keeps dossier and hukou apart', () => {
    expect(problemsOf({ ...hukouStatement(), transfer: dossierStatement().transfer })).toContain('transfer.region');
  });

  it('refuses groups that do not spell the number, and a number of another shape', () => {
    const { number } = dossierStatement();
    expect(problemsOf(dossierStatement({ number: { ...number!, grouped: '23 10001 EA86 V47A' } }))).toEqual(['number.grouped']);
    expect(problemsOf(dossierStatement({ number: { ...number!, canonical: '2310001EA86V47', grouped: '2310001EA86V47' } }))).toEqual([
      'number.canonical',
    ]);
  });

  it.each([
    ['a line break', '\n'],
    ['a right-to-left override', '\u202e'],
    ['a zero-width space', '\u200b'],
    ['a null', '\0'],
  ])('refuses %s in a name, because the paper would say other than the record', (_, character) => {
    const { basics } = dossierStatement();
    expect(problemsOf(dossierStatement({ basics: { ...basics, name: `陈${character}诚` } }))).toEqual(['basics.name']);
  });
});
