import { readDictionary, referencesIn, type PdfDictionary } from '../../../infra/pdf/pdf-dictionary.ts';
import type { PdfObject } from '../../../infra/pdf/read-pdf-file.ts';

/**
 * What of a file would keep a screen reader from its text, of that which can be told without rendering it: tags that do not hold together in both directions (ISO
 * 32000-1, 14.7), fonts that are not in the file, a file that does not say what it is (ISO 14289-1). Empty for a sound one. veraPDF looks at far more in `npm run test:long`.
 */
export function brokenStructure(objects: ReadonlyMap<number, PdfObject>): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) broken.push(what);
  };
  const dictionaryOf = (id: number | undefined): PdfDictionary => readDictionary(objects.get(id ?? 0)?.body ?? '<<>>');
  const all = [...objects].filter(([, { body }]) => body.startsWith('<<')).map(([id, { body }]) => [id, readDictionary(body)] as const);
  const ofType = (type: string) => all.filter(([, dictionary]) => dictionary.get('Type') === type);

  const [catalog = new Map<string, string>()] = ofType('/Catalog').map(([, dictionary]) => dictionary);
  const metadata = objects.get(referencesIn(catalog.get('Metadata'))[0] ?? 0)?.stream?.toString() ?? '';
  must(metadata.includes('<pdfuaid:part>1</pdfuaid:part>') && metadata.includes('<dc:title>'), 'metadata');
  must(
    catalog.has('Lang') &&
      /Marked true/.test(catalog.get('MarkInfo') ?? '') &&
      /DisplayDocTitle true/.test(catalog.get('ViewerPreferences') ?? ''),
    'catalog',
  );

  for (const [id, font] of ofType('/Font')) must(font.get('Subtype') === '/Type0' || font.has('FontDescriptor'), `font ${id}`);
  for (const [id, descriptor] of ofType('/FontDescriptor'))
    must(objects.get(referencesIn(descriptor.get('FontFile2'))[0] ?? 0)?.stream instanceof Buffer, `font file of ${id}`);

  const [treeId] = referencesIn(catalog.get('StructTreeRoot'));
  const tree = dictionaryOf(treeId);
  const contents = new Map<string, number>();
  const walk = (id: number, parent: number | undefined): void => {
    const element = dictionaryOf(id);
    must(element.get('Type') === '/StructElem' || element.has('S'), `element ${id}`);
    must(element.get('P') === `${parent} 0 R`, `parent of ${id}`);
    const kids = element.get('K') ?? '';
    for (const [, marked = ''] of kids.matchAll(/<<(.*?)>>/gs))
      contents.set(`${referencesIn(marked)[0] ?? referencesIn(element.get('Pg'))[0]}:${/MCID (\d+)/.exec(marked)?.[1]}`, id);
    const plain = kids.replace(/<<.*?>>/gs, '');
    for (const [, mcid] of plain.replace(/\d+ 0 R/g, '').matchAll(/(\d+)/g))
      contents.set(`${referencesIn(element.get('Pg'))[0]}:${mcid}`, id);
    for (const child of referencesIn(plain)) walk(child, id);
  };
  for (const top of referencesIn(tree.get('K'))) walk(top, treeId);

  const numbers = [...(dictionaryOf(referencesIn(tree.get('ParentTree'))[0]).get('Nums') ?? '').matchAll(/(\d+) (\d+) 0 R/g)].map(
    ([, key, list]) => [Number(key), Number(list)] as const,
  );
  must(
    numbers.every(([key], at) => at === 0 || key > numbers[at - 1]![0]),
    'order of the parent tree',
  );
  let known = 0;
  for (const [id, page] of ofType('/Page')) {
    const list = numbers.find(([key]) => String(key) === page.get('StructParents'))?.[1];
    const elements = referencesIn(objects.get(list ?? 0)?.body);
    must(elements.length > 0, `contents of page ${id}`);
    elements.forEach((element, mcid) => must(contents.get(`${id}:${mcid}`) === element, `content ${mcid} of page ${id}`));
    known += elements.length;
  }
  must(known === contents.size, 'contents that no page has');
  return broken;
}

/** Roles of the topmost elements: of the one document, then of what it consists of. */
export function topRoles(objects: ReadonlyMap<number, PdfObject>): string[] {
  const bodies = [...objects.values()].map(({ body }) => body);
  const tree = readDictionary(bodies.find((body) => /^<<\s*\/Type ?\/StructTreeRoot/.test(body)) ?? '<<>>');
  const elementOf = (id: number) => readDictionary(objects.get(id)?.body ?? '<<>>');
  return referencesIn(tree.get('K'))
    .flatMap((id) => [id, ...referencesIn(elementOf(id).get('K'))])
    .map((id) => elementOf(id).get('S') ?? '');
}
