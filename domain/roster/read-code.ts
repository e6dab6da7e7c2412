import { cellText, codeText } from './cell-value.ts';
import { readAs, unreadable, type CellReader } from './cell-reader.ts';

/** What a code list offers for reading a cell. */
export interface CodeLookup {
  readonly codes: readonly string[];
  find(code: string): { readonly code: string } | undefined;
  findByName(name: string): { readonly code: string } | undefined;
}

// A list whose codes all have one width has lost its leading zeros where the cell is numeric: 民族 1 is 01.
function padded(codes: readonly string[], text: string): string {
  const width = codes[0]?.length ?? 0;
  return /^\d+$/.test(text) && codes.every(({ length }) => length === width) ? text.padStart(width, '0') : text;
}

/** A code or its Chinese name. `spellings` are words that rosters use and no list has. */
export function codeReader(list: CodeLookup, spellings: Readonly<Record<string, string>> = {}): CellReader<string> {
  return (value) => {
    const text = codeText(value).toUpperCase();
    const entry = list.find(text) ?? list.find(padded(list.codes, text)) ?? list.findByName(cellText(value));
    if (entry !== undefined) return readAs(entry.code);
    const spelled = Object.hasOwn(spellings, text) ? spellings[text] : undefined;
    return spelled === undefined ? unreadable('CODE_UNKNOWN') : readAs(spelled);
  };
}
