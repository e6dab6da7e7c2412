/** Names of the font faces the page expects: text, and text whose glyphs carry the gap between two groups of a number. */
export const STATEMENT_FONT = 'Statement';
export const GROUP_END_FONT = 'Statement Group End';

/**
 * One A4 page in black and grey. `font-synthesis: none` because synthetic bold becomes a Type 3 font; ligatures are off
 * so that every character can be found and copied. Nothing but the
 * specimen word is positioned: positioned boxes are painted last, and readers take the text in the order of painting.
 */
export const STATEMENT_STYLE = `
@counter-style circled { system: fixed; symbols: ① ② ③; suffix: ' '; }
@page { size: A4; margin: 0; }
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; }
html { overflow: hidden; }
body {
  position: relative; width: 210mm; height: 296.9mm; padding: 16mm 18mm 14mm; overflow: hidden;
  font: 400 11.5pt/1.45 '${STATEMENT_FONT}'; color: #000;
  font-synthesis: none; font-variant-ligatures: none; font-kerning: none; text-rendering: geometricPrecision;
}
header { display: grid; grid-template-columns: 36mm 1fr 36mm; min-height: 36mm; margin-bottom: 4mm; }
header div { grid-column: 2; padding-top: 4mm; text-align: center; }
h1 { margin: 0 0 3.5mm; font: 700 17.5pt/1.3 '${STATEMENT_FONT}'; white-space: nowrap; }
header p { margin: 0 0 1mm; }
.number { font-size: 13pt; }
.number .end { font-family: '${GROUP_END_FONT}'; }
.qr { grid-column: 3; width: 36mm; height: 36mm; }
section { margin-bottom: 5mm; }
h2 { margin: 0; padding: 1.7mm 3mm; border: 0.3mm solid #000; border-bottom: 0; font: 700 12pt/1.3 '${STATEMENT_FONT}'; text-align: center; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1.7mm 3mm; border: 0.3mm solid #000; font-weight: 400; text-align: left; overflow-wrap: anywhere; }
th { color: #333; }
col.label { width: 22%; }
col.value { width: 28%; }
.absence { display: flex; align-items: center; margin: 0; padding: 5mm 3mm; border: 0.3mm solid #000; }
.absence::before, .absence::after { content: ''; flex: 1; border-top: 0.3mm solid #000; }
.absence span { padding: 0 4mm; }
.notes { font-size: 10pt; }
.notes h2 { padding: 0 0 1mm; border: 0; text-align: left; font-size: 11pt; }
ol { margin: 0; padding-left: 6mm; }
ol ol { list-style: circled; }
footer { display: flex; justify-content: space-between; margin-top: 6mm; font-size: 10.5pt; }
footer p { margin: 0; }
.specimen { position: absolute; inset: 0; z-index: -1; overflow: hidden; display: flex; align-items: center; justify-content: center; }
.specimen span { font: 700 150pt/1 '${STATEMENT_FONT}'; color: #e6e6e6; transform: rotate(-35deg); white-space: nowrap; }
`;
