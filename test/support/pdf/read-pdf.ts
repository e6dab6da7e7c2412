import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What an independent reader finds in a PDF. */
export interface ReadPdf {
  readonly pages: number;
  readonly title: unknown;
  readonly language: unknown;
  readonly tagged: boolean;
  readonly text: string;
  /** Kind of each embedded font, such as CIDFontType2. */
  readonly fontTypes: readonly string[];
  /** Roles of the structure tree in reading order. */
  readonly roles: readonly string[];
  /** What pictures are said to show. */
  readonly alternatives: readonly string[];
  /** Text that stands in type of so many points or more. */
  readonly textFrom: (points: number) => string;
  /** Texts on a level line that begin or end outside of the page. */
  readonly outside: readonly string[];
}

interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

const rolesOf = (node: StructureNode): string[] => [
  ...(node.role === undefined ? [] : [node.role]),
  ...(node.children ?? []).flatMap(rolesOf),
];

const alternativesOf = (node: StructureNode): string[] => [
  ...(node.alt === undefined ? [] : [node.alt]),
  ...(node.children ?? []).flatMap(alternativesOf),
];

/** Reads a PDF with pdf.js. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({ data: new Uint8Array(bytes), fontExtraProperties: true, useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown; Language?: unknown } };
    const page = await document.getPage(1);
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => (await document.getPage(index + 1)).getTextContent()),
    );
    const items = pages.flatMap((content) => content.items.flatMap((item) => ('str' in item ? [item] : [])));
    const operators = await page.getOperatorList();
    const [first] = pages;
    const fontNames = [...new Set((first?.items ?? []).flatMap((item) => ('str' in item ? [item.fontName] : [])))];
    expect(operators.fnArray.length).toBeGreaterThan(0);
    const fonts = fontNames.map((name) => page.commonObjs.get(name) as { type: string; isType3Font?: boolean });
    const [, , width = 0, height = 0] = page.view;
    const tree = (await page.getStructTree()) as StructureNode;
    return {
      pages: document.numPages,
      title: info.Title,
      language: info.Language,
      tagged: (await document.getMarkInfo())?.['Marked'] === true,
      text: items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''),
      fontTypes: fonts.map((font) => (font.isType3Font === true ? 'Type3' : font.type)),
      roles: rolesOf(tree),
      alternatives: alternativesOf(tree),
      textFrom: (points) =>
        items
          .filter(({ height }) => height >= points)
          .map(({ str }) => str)
          .join(''),
      outside: items
        .filter(({ transform: [, slope, , , x, y], width: wide }) => slope === 0 && (x < 0 || y < 0 || y > height || x + wide > width))
        .map(({ str }) => str),
    };
  } finally {
    await task.destroy();
  }
};
