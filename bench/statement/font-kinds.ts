import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The kinds of the fonts that a PDF uses, as a reader finds them: `CIDFontType2 × 2`. */
export async function fontKindsOf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), fontExtraProperties: true, verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  await page.getOperatorList();
  const names = new Set((await page.getTextContent()).items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])));
  const kinds = [...names]
    .map((name) => page.commonObjs.get(name) as { type: string; isType3Font?: boolean })
    .map(({ type, isType3Font }) => (isType3Font === true ? 'Type3' : type));
  await task.destroy();
  return [...new Set(kinds)].map((kind) => `${kind} × ${kinds.filter((other) => other === kind).length}`).join(', ');
}
