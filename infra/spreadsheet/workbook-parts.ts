import { posix } from 'node:path';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { readSmallPart } from './unpack-part.ts';
import type { ZipPart } from './zip-directory.ts';

/** The parts of a workbook that hold data. */
export interface WorkbookParts {
  readonly workbook: ZipPart;
  readonly styles: ZipPart | undefined;
  readonly sharedStrings: ZipPart | undefined;
  /** Days are counted from 1904. */
  readonly from1904: boolean;
  /** Sheets that people see, in the order of their tabs: hidden ones hold lists and leftovers. */
  readonly sheets: readonly { readonly name: string; readonly part: ZipPart }[];
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

const tagsOf = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function relationsOf(parts: ReadonlyMap<string, ZipPart>, partName: string): Promise<Relation[]> {
  const part = parts.get(posix.join(posix.dirname(partName), '_rels', `${posix.basename(partName)}.rels`));
  if (part === undefined) throw new SpreadsheetError('NOT_A_SPREADSHEET');
  return tagsOf(await readSmallPart(part), 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
    target: posix.resolve('/', posix.dirname(partName), attribute(tag, 'Target') ?? '').slice(1),
  }));
}

/** Finds the parts by the relations between them, since programs name them differently. Throws SpreadsheetError. */
export async function findWorkbookParts(parts: ReadonlyMap<string, ZipPart>): Promise<WorkbookParts> {
  const root = await relationsOf(parts, '');
  const workbook = parts.get(root.find(({ type }) => type === 'officeDocument')?.target ?? '');
  if (workbook === undefined) throw new SpreadsheetError('NOT_A_SPREADSHEET');
  const relations = await relationsOf(parts, workbook.name);
  const ofType = (wanted: string) => parts.get(relations.find(({ type }) => type === wanted)?.target ?? '');
  const text = await readSmallPart(workbook);
  const from1904 = tagsOf(text, 'workbookPr').some((tag) => /^(1|true|on)$/.test(attribute(tag, 'date1904') ?? ''));
  const sheets = tagsOf(text, 'sheet').flatMap((tag) => {
    const isHidden = /hidden/i.test(attribute(tag, 'state') ?? '');
    const relation = relations.find(({ id, type }) => type === 'worksheet' && id === attribute(tag, '(?:\\w+:)?id'));
    const part = parts.get(relation?.target ?? '');
    return isHidden || part === undefined ? [] : [{ name: attribute(tag, 'name') ?? '', part }];
  });
  return { workbook, styles: ofType('styles'), sharedStrings: ofType('sharedStrings'), from1904, sheets };
}
