import { commonCharacters, isCommon } from '../../../infra/pdf/common-characters.ts';
import { loadTypeface, requireGlyphs, typefaceOf, type Typeface } from '../../../infra/pdf/font.ts';
import { readShared, shareCommonFace, shareTypeface } from '../../../infra/pdf/shared-typeface.ts';
import { coarsenOutlines } from '../../../infra/pdf/coarsen-outlines.ts';
import { readCharacterMap } from '../../../infra/pdf/font-coverage.ts';
import { PdfError } from '../../../infra/pdf/pdf-error.ts';
import { getSfntTable, readSfntTables, writeSfnt } from '../../../infra/pdf/sfnt.ts';
import { widenGlyphs } from '../../../infra/pdf/widen-glyphs.ts';

let typeface: Typeface;
beforeAll(async () => {
  typeface = await loadTypeface();
});

const rare = '𬭎䶮㛃昇堃㼆𫖯𬱖𬍛𬣙·';

describe('the font of statements', () => {
  it('is loaded while everything else goes on, once for all who ask, the same as here', async () => {
    let turns = 0;
    let waiting = true;
    const turn = (): void => {
      turns += 1;
      if (waiting) setImmediate(turn);
    };
    turn();
    const [one, other] = await Promise.all([shareTypeface(), shareTypeface()]);
    waiting = false;
    expect(turns).toBeGreaterThan(100);
    expect(one).toBe(other);
    expect(readShared(one).data.equals(typeface.data)).toBe(true);
    expect(readShared(one).groupEnds.equals(typeface.groupEnds)).toBe(true);
  }, 60_000);

  it('has the common characters in a font of their own, by which most papers are printed', async () => {
    const common = typefaceOf(Buffer.from(await shareCommonFace()), typeface.groupEnds);
    expect(common.findMissing(commonCharacters)).toEqual([]);
    expect(common.data.length * 4).toBeLessThan(typeface.data.length);
    expect([isCommon('全国普通高等学校毕业生去向登记信息①：琪昊淼\n'), isCommon('𬭎'), isCommon('㛃')]).toEqual([true, false, false]);
  }, 60_000);

  it('has the rare characters of names (trap 13)', () => {
    expect(typeface.findMissing(`买买提·艾力 José Müller ${rare}`)).toEqual([]);
  });

  it('names the characters that it lacks, each once and in order (trap 13)', () => {
    expect(typeface.findMissing('陈𠮷诚\uE863𠮷')).toEqual(['𠮷', '\uE863']);
    requireGlyphs(typeface, '陈诚');
    const refusal = (): PdfError | undefined => {
      try {
        requireGlyphs(typeface, '陈𠮷诚');
      } catch (error) {
        return error as PdfError;
      }
      return undefined;
    };
    expect(refusal()).toBeInstanceOf(PdfError);
    expect(refusal()).toMatchObject({ code: 'GLYPH_MISSING', characters: ['𠮷'] });
    expect(refusal()?.message).not.toMatch(/[陈诚]/);
  });

  it('lacks an emoji, a variation selector and a private character, instead of dropping them', () => {
    expect(typeface.findMissing('😀\u{E0100}\uE000')).toEqual(['😀', '\u{E0100}', '\uE000']);
  });

  it('draws something for every Han character that it claims to have: no silent gap (trap 13)', () => {
    const loca = readSfntTables(typeface.data).get('loca')!;
    const empty: string[] = [];
    let han = 0;
    for (const [first, last, glyph] of readCharacterMap(typeface.data)) {
      for (let code = first; code <= last; code += 1) {
        const character = String.fromCodePoint(code);
        if (!/\p{Script=Han}/u.test(character)) continue;
        han += 1;
        const at = (glyph + code - first) * 4;
        if (loca.readUInt32BE(at) === loca.readUInt32BE(at + 4)) empty.push(character);
      }
    }
    expect(empty).toEqual([]);
    expect(han).toBeGreaterThan(27_000);
  });

  it('has no glyph for two characters, since a reader of the PDF would copy either: 高 and the radical ⾼', () => {
    expect(typeface.findMissing('高⾼生⽣胶㬵·•–')).toEqual([]);
    const glyphs = readCharacterMap(typeface.data).flatMap(([first, last, glyph]) =>
      Array.from({ length: last - first + 1 }, (_, index) => glyph + index),
    );
    expect(glyphs.length).toBe(new Set(glyphs).size);
    expect(glyphs.reduce((a, b) => Math.max(a, b))).toBeLessThan(readSfntTables(typeface.data).get('maxp')!.readUInt16BE(4));
  });

  it('has numbers and letters with a gap behind each, and their shapes as they are', () => {
    const { groupEnds } = typeface;
    const widths = (font: Buffer): number[] => {
      const count = font.readUInt16BE(getSfntTable(font, 'hhea').offset + 34);
      return Array.from({ length: count }, (_, index) => font.readUInt16BE(getSfntTable(font, 'hmtx').offset + index * 4));
    };
    const unitsPerEm = groupEnds.readUInt16BE(getSfntTable(groupEnds, 'head').offset + 18);
    const wider = widenGlyphs(groupEnds, 0.4);
    expect(widths(wider)).toEqual(widths(groupEnds).map((width) => width + unitsPerEm * 0.4));
    expect(readSfntTables(wider).get('glyf')).toEqual(readSfntTables(groupEnds).get('glyf'));
    expect(Math.min(...widths(groupEnds))).toBeGreaterThan(unitsPerEm * 0.6);
  });
});

describe('outlines on a grid', () => {
  // A triangle of (1, 1), (300, 9), (−3, 10): short and long steps, a repeated flag would need more points.
  const triangle = Buffer.from(
    [0, 1, 0xff, 0xfd, 0, 1, 1, 44, 0, 10, 0, 2, 0, 0, 0x37, 0x25, 0x25, 1, 1, 43, 0xfe, 0xd1, 1, 8, 1].map((byte) => byte & 255),
  );
  const fontOf = (glyph: Buffer): Buffer => {
    const head = Buffer.alloc(54);
    const even = Buffer.concat([glyph, Buffer.alloc(glyph.length % 2)]);
    const loca = Buffer.from([0, 0, (even.length / 2) >> 8, (even.length / 2) & 255]);
    return writeSfnt(
      new Map([
        ['head', head],
        ['loca', loca],
        ['glyf', even],
      ]),
    );
  };
  const glyphOf = (font: Buffer): Buffer => {
    const tables = readSfntTables(font);
    return tables.get('glyf')!.subarray(0, tables.get('loca')!.readUInt32BE(4));
  };

  it('moves each point to the nearest one of the grid and keeps the box', () => {
    const coarse = glyphOf(coarsenOutlines(fontOf(triangle), 4));
    expect(coarse.subarray(0, 14)).toEqual(triangle.subarray(0, 14));
    // (0, 0), (300, 8), (−4, 12): on-curve flags, then the steps in x and y.
    expect([...coarse.subarray(14, 14 + 3 + 2 + 2 + 2)]).toEqual([0x31, 0x25, 0x25, 1, 44, 0xfe, 0xd0, 8, 4]);
  });

  it('leaves glyphs that are put together from others, and spaces, as they are', () => {
    const composite = Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 1, 1]);
    expect(glyphOf(coarsenOutlines(fontOf(composite), 4))).toEqual(composite);
    expect(glyphOf(coarsenOutlines(fontOf(Buffer.alloc(0)), 4))).toEqual(Buffer.alloc(0));
  });

  it('changes nothing the second time', () => {
    const once = coarsenOutlines(typeface.groupEnds, 4);
    expect(coarsenOutlines(once, 4)).toEqual(once);
  });
});
