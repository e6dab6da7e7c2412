import { readDictionary, referencesIn, writeDictionary } from './pdf-dictionary.ts';
import type { PdfObject } from './read-pdf-file.ts';

/** The tags of one paper, which become a part of a document of many. */
export interface AdoptedTags {
  /** Its topmost elements, children of the element that they were given to. */
  readonly elements: readonly number[];
  /** By the key of a page (its StructParents), the object that lists the elements of its contents. */
  readonly parents: readonly (readonly [key: number, list: number])[];
  readonly roles: ReadonlyMap<string, string>;
}

interface Adoption {
  readonly objects: Map<number, PdfObject>;
  /** Number of the StructTreeRoot; undefined for a PDF without tags. */
  readonly tree: number | undefined;
  /** The element that the tags are given to. */
  readonly parent: number;
  /** Keys that other papers have already. */
  readonly keysTaken: number;
}

// One TH heads the row of each TD, so its scope says what these say too; their names are those of one document.
const headersByName = /<<\s*\/O \/Table\s+\/Headers \[(?:\s*\([^()]*\))+\s*\]\s*>>|\/ID \([^()]*\)/g;

/** Makes the tags of a paper those of a document of many. */
export function adoptTags({ objects, tree, parent, keysTaken }: Adoption): AdoptedTags {
  if (tree === undefined) return { elements: [], parents: [], roles: new Map() };
  const root = readDictionary(objects.get(tree)?.body ?? '');
  const elements = referencesIn(root.get('K'));
  for (const id of elements) {
    const element = readDictionary(objects.get(id)?.body ?? '').set('P', `${parent} 0 R`);
    // There is one document now.
    if (element.get('S') === '/Document') element.set('S', '/Sect');
    objects.set(id, { body: writeDictionary(element), stream: null });
  }
  for (const [id, { body, stream }] of objects) {
    if (stream === null && body.includes('/StructElem')) objects.set(id, { body: body.replace(headersByName, ''), stream });
  }
  const [list] = referencesIn(root.get('ParentTree'));
  const inline = root.get('ParentTree')?.startsWith('<<') === true;
  const numbers = readDictionary((inline ? root.get('ParentTree') : objects.get(list ?? 0)?.body) ?? '').get('Nums') ?? '';
  const parents = [...numbers.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, id]) => [Number(key) + keysTaken, Number(id)] as const);
  return { elements, parents, roles: readDictionary(root.get('RoleMap') ?? '<<>>') };
}
