import type { PdfObject } from './read-pdf-file.ts';
import { readSfntTables, writeSfnt } from './sfnt.ts';
import { packedStream } from './write-pdf-file.ts';

// ISO 32000-1, table 126: a PDF finds the glyphs by number, so it needs neither names nor a character map.
const embeddedTables = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

/** A TrueType font as a PDF embeds it. */
export const embeddedFont = (font: Buffer): PdfObject => {
  const slim = writeSfnt(new Map([...readSfntTables(font)].filter(([tag]) => embeddedTables.includes(tag))));
  return packedStream(`/Length1 ${slim.length}`, slim);
};
