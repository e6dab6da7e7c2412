import { narrow } from '../text/characters.ts';
import type { Language } from '../text/language.ts';

// Spreadsheets differ in spaces and in the width of brackets.
const nameKey = (name: string): string => narrow(name).replace(/\s/g, '');

/** What every entry of a code list has. Aliases are other names that documents and rosters use for it. */
export interface CodeEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly string[];
}

/**
 * A closed list of codes with their meaning, in the order in which people pick from it.
 * Throws RangeError when a code occurs twice.
 */
export function codeList<const Entry extends CodeEntry>(entries: readonly Entry[]) {
  type Code = Entry['code'];
  const codes: readonly Code[] = entries.map((entry) => entry.code);
  const byCode = new Map<string, Entry>(entries.map((entry) => [entry.code, entry]));
  if (byCode.size !== entries.length) throw new RangeError('a code occurs twice');

  // Later entries first, so that the first of two entries with one name wins.
  const byName = new Map<string, Entry>(
    entries.toReversed().flatMap((entry) => [...(entry.aliases ?? []), entry.zh].map((name) => [nameKey(name), entry] as const)),
  );
  const find = (code: string): Entry | undefined => byCode.get(code);
  const get = (code: Code): Entry => {
    const entry = find(code);
    if (entry === undefined) throw new RangeError('a code outside its list');
    return entry;
  };
  return {
    entries,
    codes,
    /** The entry of a code as it came from outside. */
    find,
    /** The entry of a code of the list. Throws RangeError for a string that was only claimed to be one. */
    get,
    /** The first entry with this Chinese name or alias, as rosters give names where codes belong. */
    findByName: (name: string): Entry | undefined => byName.get(nameKey(name)),
    name: (code: Code, language: Language): string => get(code)[language],
  };
}
