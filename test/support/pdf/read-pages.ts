import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page without its spaces, as pdf.js finds it, and how many annotations (signatures among them) there are in all. */
export async function readPages(bytes: Uint8Array): Promise<{ readonly pages: readonly string[]; readonly annotations: number }> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: string[] = [];
    let annotations = 0;
    for (let index = 1; index <= document.numPages; index += 1) {
      const page = await document.getPage(index);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join('').replace(/\s/g, ''));
      annotations += (await page.getAnnotations()).length;
    }
    return { pages, annotations };
  } finally {
    await task.destroy();
  }
}
