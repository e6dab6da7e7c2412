const objects = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
  '<</Length 5>>\nstream\nBT ET\nendstream',
  '<</Title(small)>>',
  '<</Length 6>>\nstream\nunused\nendstream',
];

/** A PDF of a few hundred bytes, written as our renderers write theirs: catalog, pages, page, content, information, something unused. */
export function smallPdf(): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 5 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
