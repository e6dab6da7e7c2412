import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { largePages, layOutStatement, type StatementField, type StatementLayout } from '../../domain/statements/statement-layout.ts';
import { statementText } from '../../domain/statements/statement-text.ts';
import type { StatementSigner } from '../signing/statement-signer.ts';
import { requireGlyphs, type Typeface } from './font.ts';
import { PdfError } from './pdf-error.ts';
import { codePlaceholder, createQrCode } from './qr-code.ts';
import type { RenderStatement } from './render-statement.ts';
import { sealStatement } from './seal-statement.ts';
import { getSfntTable } from './sfnt.ts';

const workspace = fileURLToPath(new URL('.', import.meta.url));
const template = readFileSync(new URL('statement.typ', import.meta.url), 'utf8');
const [mainFile, qrFile] = [`${workspace}main.typ`, `${workspace}qr.png`];

const groupEndWeight = 900;
const longestWord = 12;
const smallest = 0.45;
const step = 0.05;
// Results of layout that the next statements may use again; older ones only hold memory.
const keptCompilations = 5;

// The compiler tells the fonts of one family by their weights.
const groupEndsOf = ({ groupEnds }: Typeface): Buffer => {
  const font = Buffer.from(groupEnds);
  font.writeUInt16BE(groupEndWeight, getSfntTable(font, 'OS/2').offset + 4);
  return font;
};

/** Typesets statements without a browser, one at a time, for batches; the same text as the browser prints. Throws PdfError. */
export const createTypesetter = (typeface: Typeface, signer: StatementSigner | null): RenderStatement => {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [typeface.data, groupEndsOf(typeface)] }] });
  compiler.addSource(mainFile, template);
  compiler.mapShadow(qrFile, codePlaceholder);

  const compile = (layout: StatementLayout, hasCode: boolean): Buffer => {
    const statement = JSON.stringify(statementData(layout, hasCode));
    for (let zoom = 1; zoom > (layout.large ? 1 - step : smallest); zoom -= step) {
      const { result, hasFailed } = run({ mainFilePath: mainFile, inputs: { statement, zoom: zoom.toFixed(2) } });
      if (hasFailed || result === null) throw new PdfError('RENDER_FAILED', 'the statement was not typeset');
      if (result.numOfPages <= (layout.large ? largePages : 1)) return compiler.pdf(result, { pdfStandard: 'ua-1' });
    }
    throw new PdfError('CONTENT_TOO_LONG', 'the statement is too long');
  };
  const run = (args: Parameters<NodeCompiler['compile']>[0]) => {
    const compiled = compiler.compile(args);
    return { result: compiled.result, hasFailed: compiled.hasError() };
  };

  return async (content, at) => {
    const layout = layOutStatement(content);
    requireGlyphs(typeface, statementText(layout));
    const qrCode = content.number === null ? null : createQrCode(content.number.qrContent);
    const pdf = compile(layout, qrCode !== null);
    compiler.evictCache(keptCompilations);
    return sealStatement({ pdf, content, qrCode, at }, signer);
  };
};

const statementData = (layout: StatementLayout, qr: boolean) => {
  const line = ([label, value]: StatementField): string => `${label}${layout.colon}${value}`;
  return {
    title: layout.title,
    large: layout.large,
    qr,
    qrLabel: layout.qrLabel,
    ...(layout.language === 'zh' ? { lang: 'zh', region: 'cn' } : { lang: 'en', region: null }),
    specimen: layout.specimenWord,
    preview: layout.previewWord,
    numberLabel: layout.numberLabel + layout.colon,
    groups: layout.numberGroups,
    validUntil: layout.validUntil && line(layout.validUntil),
    sections: layout.sections.map(({ rows, ...section }) => ({
      ...section,
      rows: rows.map((row) => row.map(([label, value]) => [label, pieces(value)])),
    })),
    notesHeading: layout.notesHeading,
    notes: layout.notes.map(({ text, items }) => [text, ...items].map(pieces)),
    issue: layout.issue.map(line),
  };
};

// Between Han characters a line may break anyway.
const longWord = new RegExp(`[\\p{Script=Latin}\\p{N}\\p{P}\\p{S}]{${longestWord},}`, 'gu');
const pieces = (text: string): string[] => {
  const split: string[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(longWord)) {
    split.push(text.slice(from, index), ...word);
    from = index + word.length;
  }
  return [...split, text.slice(from)].filter((piece) => piece !== '');
};
