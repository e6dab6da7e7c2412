import { deflateSync } from 'node:zlib';

/** A stream object: its dictionary entries and its bytes as they stand in the file. */
export interface SampleStream {
  readonly entries: string;
  readonly bytes: Buffer;
}

/** A small PDF of the given objects (text, or streams), with a right cross-reference table. */
export const samplePdf = (objects: readonly (string | SampleStream)[], trailer = ''): Buffer => {
  const parts = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  const size = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, index) => {
    offsets.push(size());
    const body =
      typeof object === 'string'
        ? Buffer.from(object, 'latin1')
        : Buffer.concat([
            Buffer.from(`<<${object.entries} /Length ${object.bytes.length}>>\nstream\n`),
            object.bytes,
            Buffer.from('\nendstream'),
          ]);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = size();
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
};

const catalog = (more = ''): string => `<</Type /Catalog /Pages 2 0 R ${more}>>`;
const pages = '<</Type /Pages /Kids [3 0 R] /Count 1>>';
const page = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>';

/** A sound PDF with whatever a test adds to its catalog, its objects and its trailer. */
export const soundPdf = ({
  inCatalog = '',
  objects = [],
  trailer = '',
}: { inCatalog?: string; objects?: readonly (string | SampleStream)[]; trailer?: string } = {}): Buffer =>
  samplePdf([catalog(inCatalog), pages, page, ...objects], trailer);

/** An object stream with the given text in it. */
export const objectStream = (text: string): SampleStream => ({
  entries: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
  bytes: deflateSync(`9 0 ${text}`),
});
