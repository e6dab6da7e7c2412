// Wide marks count: they do not stand between English words.
const han = /[\p{Script=Han}、。，：；（）]/u;

/** The texts of an answer that are data (names, notes, units), and not words that come in both languages. */
export function dataIn(value: unknown): string[] {
  if (typeof value === 'string') return han.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en, ...rest } = value as Record<string, unknown>;
  return [...(typeof zh === 'string' && typeof en === 'string' && zh !== en ? [] : [zh, en]), ...Object.values(rest)].flatMap(dataIn);
}

/** What is left of the texts in Chinese when the data in them is taken out. */
export function withoutData(texts: readonly string[], data: ReadonlySet<string>): string[] {
  const longestFirst = [...data].sort((a, b) => b.length - a.length);
  return [
    ...new Set(
      texts.map((text) => longestFirst.reduce((left, known) => left.replaceAll(known, ''), text).trim()).filter((left) => han.test(left)),
    ),
  ];
}
