import { loadTypefaces, type Typefaces } from '../../../infra/pdf/font.ts';
import { readCoverage } from '../../../infra/pdf/font-coverage.ts';
import { PdfError } from '../../../infra/pdf/pdf-error.ts';
import { getSfntTable } from '../../../infra/pdf/sfnt.ts';
import { widenGlyphs } from '../../../infra/pdf/widen-glyphs.ts';

let typefaces: Typefaces;
beforeAll(async () => {
  typefaces = await loadTypefaces();
});

const rare = '𬭎䶮㛃昇堃㼆𫖯𬱖𬍛𬣙·';

describe('fonts of statements', () => {
  it('has the rare characters of names in both weights (trap 13)', () => {
    for (const face of [typefaces.regular, typefaces.bold]) expect(face.findMissing(`买买提·艾力 José Müller ${rare}`)).toEqual([]);
  });

  it('names the characters that it lacks, each once and in order (trap 13)', async () => {
    expect(typefaces.regular.findMissing('陈𠮷诚\uE863𠮷')).toEqual(['𠮷', '\uE863']);
    const error: unknown = await typefaces.regular.subset('陈𠮷诚').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PdfError);
    expect(error).toMatchObject({ code: 'GLYPH_MISSING', characters: ['𠮷'] });
    expect((error as PdfError).message).not.toMatch(/[陈诚]/);
  });

  it('cuts a font to exactly the characters of a text', async () => {
    const subset = await typefaces.regular.subset('陈诚𬭎');
    const findMissing = readCoverage(subset);
    expect(findMissing('陈诚𬭎')).toEqual([]);
    expect(findMissing('北京')).toEqual(['北', '京']);
    expect(subset.length).toBeLessThan(5_000);
  });

  it('refuses an emoji, a variation selector and a private character instead of dropping them', () => {
    expect(typefaces.regular.findMissing('😀\u{E0100}\uE000')).toEqual(['😀', '\u{E0100}', '\uE000']);
  });

  it('widens every glyph by the same gap and changes nothing else', async () => {
    const subset = await typefaces.regular.subset('1A');
    const wide = widenGlyphs(subset, 0.4);
    const advances = (font: Buffer): number[] => {
      const count = font.readUInt16BE(getSfntTable(font, 'hhea').offset + 34);
      return Array.from({ length: count }, (_, index) => font.readUInt16BE(getSfntTable(font, 'hmtx').offset + index * 4));
    };
    const unitsPerEm = subset.readUInt16BE(getSfntTable(subset, 'head').offset + 18);
    expect(advances(wide)).toEqual(advances(subset).map((advance) => advance + unitsPerEm * 0.4));
    const { offset, length } = getSfntTable(subset, 'glyf');
    expect(wide.subarray(offset, offset + length)).toEqual(subset.subarray(offset, offset + length));
  });
});
