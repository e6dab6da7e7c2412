import { getSfntTable } from './sfnt.ts';

/**
 * A copy of a font in which every glyph is followed by a gap of `fraction` of an em. The gap is part of the glyph's
 * width, so a reader of the PDF sees a group of the number set apart, but no space between two characters: the number
 * is copied, searched and extracted in one piece.
 */
export const widenGlyphs = (font: Buffer, fraction: number): Buffer => {
  const wide = Buffer.from(font);
  const gap = Math.round(wide.readUInt16BE(getSfntTable(wide, 'head').offset + 18) * fraction);
  const header = getSfntTable(wide, 'hhea').offset;
  const metrics = getSfntTable(wide, 'hmtx').offset;
  const count = wide.readUInt16BE(header + 34);
  for (let index = 0; index < count; index += 1) {
    const at = metrics + index * 4;
    wide.writeUInt16BE(wide.readUInt16BE(at) + gap, at);
  }
  wide.writeUInt16BE(wide.readUInt16BE(header + 10) + gap, header + 10);
  return wide;
};
