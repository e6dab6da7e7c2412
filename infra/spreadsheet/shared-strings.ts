import type { ZipPart } from './zip-directory.ts';
import { readXml } from './xml-events.ts';

/** A copy of its own: a piece of a longer text would keep the whole of it in memory. */
const ownText = (text: string): string => Buffer.from(text).toString();

/** The texts that cells name by number, each as people see it: without its runs' formats and its reading aid (`rPh`). */
export async function readSharedStrings(part: ZipPart | undefined, maxBytes: number): Promise<readonly string[]> {
  if (part === undefined) return [];
  const texts: string[] = [];
  let text = '';
  let [inText, inReading] = [false, false];
  const reading = readXml(part, maxBytes, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't') inText = true;
      if (name === 'rPh') inReading = true;
    },
    text(more) {
      if (inText && !inReading) text += more;
    },
    close(name) {
      if (name === 'si') texts.push(ownText(text));
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
    },
  });
  for await (const _ of reading);
  return texts;
}
