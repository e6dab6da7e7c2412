import { escapeHtml } from '../escape-html.ts';
import { statementStyle } from '../statements/statement-style.ts';
import { specimenWord, type PaperLayout } from './paper-layout.ts';

const rowHtml = (row: PaperLayout['closing']): string =>
  `<tr>${row.map(([label, value]) => `<th scope="row">${escapeHtml(label)}</th><td${row.length === 1 ? ' colspan="3"' : ''}>${escapeHtml(value)}</td>`).join('')}</tr>`;

const tableHtml = (rows: PaperLayout['rows'], heading: string | null): string =>
  rows.length === 0
    ? ''
    : `<section>${heading === null ? '' : `<h2>${escapeHtml(heading)}</h2>`}
<table><colgroup><col class="label"><col class="value"><col class="label"><col class="value"></colgroup><tbody>${rows.map(rowHtml).join('')}</tbody></table></section>`;

/** The paragraphs of a letter, in the style of statements. */
const letterStyle = `
main p { margin: 0 0 5mm; }
main p + p { text-indent: 2em; }
.copy { margin-top: 8mm; }
`;

/** A paper as one HTML page for A4, every text escaped; `qrImage` is a data URL. Nothing is loaded from anywhere. */
export const paperHtml = (layout: PaperLayout, qrImage: string | null): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(layout.title)}</title>
<style>${statementStyle(false)}${letterStyle}</style>
</head>
<body>
${layout.specimen ? `<div class="specimen"><p>${specimenWord}</p></div>` : ''}
<header>
<div><h1>${escapeHtml(layout.title)}</h1><p>${escapeHtml(layout.serial)}</p></div>
${qrImage === null ? '' : `<img class="qr" alt="回执二维码" src="${escapeHtml(qrImage)}">`}
</header>
<main>
${layout.opening.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
${tableHtml(layout.rows, layout.heading)}
${tableHtml(pairsOf(layout.closing), null)}
</main>
<footer><p class="copy">（${escapeHtml(layout.copy)}）</p></footer>
</body>
</html>
`;

const pairsOf = (fields: PaperLayout['closing']): PaperLayout['rows'] =>
  Array.from({ length: Math.ceil(fields.length / 2) }, (_, at) => fields.slice(at * 2, at * 2 + 2));
