import type { ZipPart } from './zip-directory.ts';
import { readXml } from './xml-events.ts';

/** Built-in formats that show a day, those of Chinese programs included (ECMA-376 part 1, 18.8.30). */
const builtIn = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A format shows a day when a letter of one is left after its colours, its words and what it escapes. */
const showsDay = (format: string): boolean => /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Numbers of the styles whose numeric cells are days. */
export async function readDateStyles(part: ZipPart | undefined, maxBytes: number): Promise<ReadonlySet<number>> {
  const [formats, styles] = [new Set<number>(), new Set<number>()];
  if (part === undefined) return styles;
  let next: number | undefined;
  const reading = readXml(part, maxBytes, {
    open(name, attributes) {
      if (name === 'numFmt' && showsDay(attributes['formatCode'] ?? '')) formats.add(Number(attributes['numFmtId']));
      if (name === 'cellXfs') next = 0;
      if (name !== 'xf' || next === undefined) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      if (builtIn(id) || formats.has(id)) styles.add(next);
      next += 1;
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') next = undefined;
    },
  });
  for await (const _ of reading);
  return styles;
}
