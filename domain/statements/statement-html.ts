import { escapeHtml } from '../escape-html.ts';
import type { StatementField, StatementLayout, StatementSection } from './statement-layout.ts';
import type { StatementNote } from './statement-notes.ts';
import { spillStyle, statementStyle } from './statement-style.ts';

// The gap belongs to the glyph before it: a space, or a margin, would come along when the number is copied.
const groupHtml = (group: string): string => `${escapeHtml(group.slice(0, -1))}<span class="end">${escapeHtml(group.slice(-1))}</span>`;

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
      : // Browsers tag what em and td draw, and leave the lines of spans and divs outside of the tags.
        `<table class="absence"><tbody><tr><td><p><em>${escapeHtml(absence)}</em></p></td></tr></tbody></table>`;
  return `<section><h2>${escapeHtml(heading)}</h2>${body}</section>`;
};

// Lines and no list: a list inside of an item is tagged in a way that PDF/UA does not allow.
const noteHtml = ({ text, items }: StatementNote): string =>
  `<li>${escapeHtml(text)}${items.map((item) => `<br>${escapeHtml(item)}`).join('')}</li>`;

// The first row of a fixed table sets its columns, and it may have one field or two.
const columns = '<colgroup><col class="label"><col class="value"><col class="label"><col class="value"></colgroup>';

/**
 * A statement as one HTML page for A4 (R44–R47), every text escaped. `qrImage` is a data URL, null for a preview (R34); the
 * fonts that the style names are the renderer's. Nothing is loaded from anywhere.
 */
export const statementHtml = (layout: StatementLayout, qrImage: string | null): string => `<!doctype html>
<html lang="${layout.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(layout.title)}</title>
<style>${statementStyle(layout.large)}</style>${
  layout.large
    ? `
<style class="spill" media="not all">${spillStyle}</style>`
    : ''
}
</head>
<body>
${layout.specimenWord === null ? '' : `<div class="specimen"><p>${escapeHtml(layout.specimenWord)}</p></div>`}
<header>
<div><h1>${escapeHtml(layout.title)}</h1>
${numberHtml(layout)}
${layout.validUntil === null ? '' : lineHtml(layout.validUntil, layout.colon)}</div>
${qrImage === null ? '' : `<img class="qr" alt="${escapeHtml(layout.qrLabel)}" src="${escapeHtml(qrImage)}">`}
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
