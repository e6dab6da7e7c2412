/** Names of the font faces the page expects: text, and text whose glyphs carry the gap between two groups of a number. */
export const STATEMENT_FONT = 'Statement';
export const GROUP_END_FONT = 'Statement Group End';

/**
 * One A4 page in black and grey. One weight, and `font-synthesis: none`, because synthetic bold becomes a Type 3 font;
 * ligatures are off so that every character can be found and copied. Nothing but the specimen word is positioned:
 * positioned boxes are painted last, and readers take the text in the order of painting. The QR code has room for 100
 * modules in a row that a scan at 150 dpi still tells apart.
 */
export const statementStyle = (large: boolean): string => `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; }
html { overflow: hidden; }
body {
  position: relative; width: 210mm; height: 296.9mm; padding: 13mm 16mm 11mm; overflow: hidden;
  font: 400 ${large ? '15.5pt/1.3' : '11.5pt/1.42'} '${STATEMENT_FONT}'; color: #000;
  font-synthesis: none; font-variant-ligatures: none; font-kerning: none; text-rendering: geometricPrecision;
}
header { display: grid; grid-template-columns: 1fr 45mm; align-items: center; min-height: 45mm; margin-bottom: 3mm; }
header div { text-align: center; }
h1 { margin: 0 3mm 3.5mm; font-size: 17.5pt; font-weight: 400; line-height: 1.3; }
header p { margin: 0 0 1mm; }
.number { font-size: 1.13em; }
.number .end { font-family: '${GROUP_END_FONT}'; }
.qr { width: 45mm; height: 45mm; image-rendering: pixelated; }
section { margin-bottom: ${large ? 2.5 : 4}mm; }
h2 { margin: 0; padding: ${large ? 0.6 : 1.4}mm 3mm; border: 0.3mm solid #000; border-bottom: 0; font-size: 1.04em; font-weight: 400; line-height: 1.3; text-align: center; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: ${large ? 0.6 : 1.4}mm 3mm; border: 0.3mm solid #000; font-weight: 400; text-align: left; overflow-wrap: anywhere; }
th { color: #333; }
col.label { width: 22%; }
col.value { width: 28%; }
.absence td { padding: 7.5mm 3mm; border: 0.3mm solid #000; }
.absence p { margin: 0; border-top: 0.3mm solid #000; line-height: 0; text-align: center; }
.absence em { font-style: normal; padding: 0.2em 4mm; background: #fff; }
.notes { font-size: 0.87em; overflow-wrap: anywhere; }
.notes h2 { padding: 0 0 1mm; border: 0; text-align: left; font-size: 1.1em; }
ol { margin: 0; padding-left: 1.6em; }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 6mm; margin-top: 3mm; font-size: 0.91em; }
footer p { margin: 0; }
.specimen { position: absolute; inset: 0; z-index: -1; overflow: hidden; display: flex; align-items: center; justify-content: center; }
.specimen p { margin: 0; font-size: 110pt; line-height: 1; color: #e6e6e6; transform: rotate(-35deg); white-space: nowrap; }
`;

/** For large type that does not fit on one page: further ones, each with its number and the specimen word. A printer turns it on when it has measured. */
export const spillStyle = `
@page { margin: 13mm 16mm 11mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt '${STATEMENT_FONT}'; } }
html, body { overflow: visible; }
body { width: auto; height: auto; padding: 0; }
h2 { break-after: avoid; }
tr, li, footer { break-inside: avoid; }
.specimen { position: fixed; }
`;
