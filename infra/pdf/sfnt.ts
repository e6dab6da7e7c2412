/** Where a table of a TrueType font lies. */
export interface SfntTable {
  readonly offset: number;
  readonly length: number;
}

/** Finds a table by its four-letter tag; throws if the font has none. */
export const getSfntTable = (font: Buffer, tag: string): SfntTable => {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) {
      return { offset: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) };
    }
  }
  throw new Error(`the font has no table ${tag}`);
};
