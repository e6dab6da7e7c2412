/** The entries of a dictionary by name, values as they stand. */
export type PdfDictionary = Map<string, string>;

// White space, then: what opens, what closes, a string, a name, a reference, or anything else up to the next of these.
const token = /\s*(?:(<<|\[)|(>>|\])|(\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s<>[\]()/]*|\d+ \d+ R\b|[^\s<>[\]()/]+))/y;

/** Reads a dictionary as our renderers write them: no comments, no parentheses in strings but those that are escaped. Throws for what is none. */
export function readDictionary(body: string): PdfDictionary {
  const values: string[] = [];
  let [depth, from, at] = [0, 0, 0];
  do {
    token.lastIndex = at;
    const found = token.exec(body);
    if (found === null) throw new Error('not a dictionary of our renderers');
    const start = at + found[0].length - found[0].trimStart().length;
    at = token.lastIndex;
    if (found[1] !== undefined && (depth += 1) === 2) from = start;
    else if (found[2] !== undefined && (depth -= 1) === 1) values.push(body.slice(from, at));
    else if (found[3] !== undefined && depth === 1) values.push(body.slice(start, at));
  } while (depth > 0);
  const dictionary: PdfDictionary = new Map();
  for (let entry = 0; entry + 1 < values.length; entry += 2) dictionary.set(values[entry]?.slice(1) ?? '', values[entry + 1] ?? '');
  return dictionary;
}

export const writeDictionary = (dictionary: PdfDictionary): string =>
  `<<${[...dictionary].map(([name, value]) => `/${name} ${value}`).join('')}>>`;

/** Numbers of the objects that a value refers to, in their order. */
export const referencesIn = (value = ''): number[] => [...value.matchAll(/\b(\d+) 0 R\b/g)].map(([, id]) => Number(id));
