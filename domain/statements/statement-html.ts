import { escapeHtml } from '../escape-html.ts';
import type { StatementField, StatementLayout, StatementSection } from './statement-layout.ts';
import type { StatementNote } from './statement-notes.ts';
import { GROUP_END_FONT, STATEMENT_FONT, statementStyle } from './statement-style.ts';

/** What a statement needs besides its text, all as data URLs: nothing is loaded from anywhere. */
export interface StatementAssets {
  readonly font: string;
  /** The same face with a gap behind each glyph, for the last character of a group; null without a number. */
  readonly groupEndFont: string | null;
  /** Picture of the QR code; null for a preview (R34). */
  readonly qrImage: string | null;
}

const fontFace = (family: string, url: string): string => `@font-face { font-family: '${family}'; src: url('${url}') format('truetype'); }`;

const fontFaces = ({ font, groupEndFont }: StatementAssets): string =>
  [fontFace(STATEMENT_FONT, font), ...(groupEndFont === null ? [] : [fontFace(GROUP_END_FONT, groupEndFont)])].join('\n');

// The gap belongs to the glyph before it: a space, or a margin, would come along when the number is copied.
const groupHtml = (group: string): string =>
  `${escapeHtml(group.slice(0, -1))}<span class="end">${escapeHtml(group.slice(-1))}</span>`;

const numberHtml = ({ numberLabel, numberGroups, previewWord, colon }: StatementLayout): string =>
  numberGroups === null
    ? `<p>${escapeHtml(previewWord ?? '')}</p>`
    : `<p class="number">${escapeHtml(numberLabel)}${colon}<span>${numberGroups.map(groupHtml).join('')}</span></p>`;

const lineHtml = ([label, value]: StatementField, colon: string): string => `<p>${escapeHtml(label)}${colon}${escapeHtml(value)}</p>`;

const fieldHtml = ([label, value]: StatementField, span: number): string => {
  const cell = span === 1 ? '<td>' : `<td colspan="${span}">`;
  return `<th scope="row">${escapeHtml(label)}</th>${cell}${escapeHtml(value)}</td>`;
};

const rowHtml = (row: readonly StatementField[]): string =>
  `<tr>${row.map((field) => fieldHtml(field, row.length === 1 ? 3 : 1)).join('')}</tr>`;

const sectionHtml = ({ heading, rows, absence }: StatementSection): string => {
  const body =
    absence === null
      ? `<table>${columns}<tbody>${rows.map(rowHtml).join('')}</tbody></table>`
      : `<p class="absence"><span>${escapeHtml(absence)}</span></p>`;
  return `<section><h2>${escapeHtml(heading)}</h2>${body}</section>`;
};

// Lines and no list: a list inside of an item is tagged in a way that PDF/UA does not allow.
const noteHtml = ({ text, items }: StatementNote): string =>
  `<li>${escapeHtml(text)}${items.map((item) => `<br>${escapeHtml(item)}`).join('')}</li>`;

// The first row of a fixed table sets its columns, and it may have one field or two.
const columns = '<colgroup><col class="label"><col class="value"><col class="label"><col class="value"></colgroup>';

/** A statement as one HTML page for A4 (R44–R47), complete in itself, every text escaped. */
export const statementHtml = (layout: StatementLayout, assets: StatementAssets): string => `<!doctype html>
<html lang="${layout.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(layout.title)}</title>
<style>${fontFaces(assets)}${statementStyle(layout.large)}</style>
</head>
<body>
${layout.specimenWord === null ? '' : `<div class="specimen"><p>${escapeHtml(layout.specimenWord)}</p></div>`}
<header>
<div><h1>${escapeHtml(layout.title)}</h1>
${numberHtml(layout)}
${layout.validUntil === null ? '' : lineHtml(layout.validUntil, layout.colon)}</div>
${assets.qrImage === null ? '' : `<img class="qr" alt="${escapeHtml(layout.qrLabel)}" src="${escapeHtml(assets.qrImage)}">`}
</header>
<main>
${layout.sections.map(sectionHtml).join('\n')}
<section class="notes"><h2>${escapeHtml(layout.notesHeading)}</h2>
<ol>${layout.notes.map(noteHtml).join('')}</ol></section>
</main>
<footer>${layout.issue.map((field) => lineHtml(field, layout.colon)).join('')}</footer>
</body>
</html>
`;
