import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { dossierStatement } from '../../support/statements/statement-content.ts';
import { createPdfBrowser } from '../../../infra/pdf/browser.ts';
import { createStatementRenderer } from '../../../infra/pdf/render-statement.ts';
import { inspectEvidence, PDF_LIMIT_BYTES } from '../../../infra/storage/evidence-inspection.ts';
import { objectStream, samplePdf, soundPdf } from './pdf-samples.ts';

const inspect = (bytes: Uint8Array) => inspectEvidence(bytes, 'application/pdf');
const unreadable = (detail: string) => ({ outcome: 'REFUSED', code: 'PDF_UNREADABLE', detail });
const zip = Buffer.from('PK\x05\x06', 'latin1');

describe('X28 PDF as evidence', () => {
  it('X28 takes a sound PDF as it is', async () => {
    const pdf = soundPdf();
    expect(await inspect(pdf)).toEqual({ outcome: 'ACCEPTED', type: 'application/pdf', bytes: pdf });
  });

  it('X28 takes what a browser prints, with compressed objects', async () => {
    const browser = createPdfBrowser();
    try {
      const pdf = await createStatementRenderer(browser, null)(dossierStatement(), 0);
      expect(await inspect(pdf)).toMatchObject({ outcome: 'ACCEPTED' });
    } finally {
      await browser.close();
    }
  });

  it.each([
    ['a script', soundPdf({ inCatalog: '/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>' }), 'active content'],
    ['a script behind an escaped name', soundPdf({ inCatalog: '/OpenAction <</S /J#61vaScript>>' }), 'active content'],
    ['a script in a compressed object', soundPdf({ objects: [objectStream('<</S /JavaScript>>')] }), 'active content'],
    ['a script behind a false stream', soundPdf({ objects: ['(>>stream\n) /A <</S /JavaScript>> (endstream)'] }), 'active content'],
    ['a program to start', soundPdf({ inCatalog: '/OpenAction <</S /Launch /F (cmd.exe)>>' }), 'active content'],
    ['an attachment', soundPdf({ inCatalog: '/Names <</EmbeddedFiles 9 0 R>>' }), 'active content'],
    ['a dynamic form', soundPdf({ inCatalog: '/AcroForm <</XFA 9 0 R>>' }), 'active content'],
    ['encryption', soundPdf({ trailer: '/Encrypt 9 0 R' }), 'encrypted'],
    ['no page', samplePdf(['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [] /Count 0>>']), 'no page'],
    ['an archive behind the end', Buffer.concat([soundPdf(), Buffer.from('PK\x03\x04')]), 'trailing data'],
    ['an archive whose comment is the end', Buffer.concat([soundPdf().subarray(0, -20), zip, soundPdf().subarray(-20)]), 'archive inside'],
    ['no end', soundPdf().subarray(0, 150), 'no end'],
    ['a cross-reference that points elsewhere', Buffer.concat([soundPdf(), Buffer.from('startxref\n3\n%%EOF\n')]), 'no cross-reference'],
    [
      'an object stream that cannot be read',
      soundPdf({ objects: [{ ...objectStream(''), bytes: Buffer.from('rubbish') }] }),
      'broken object stream',
    ],
    [
      'a decompression bomb',
      soundPdf({ objects: [{ entries: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(70_000_000)) }] }),
      'bomb',
    ],
    [
      'many small bombs',
      soundPdf({
        objects: Array.from({ length: 5 }, () => ({ entries: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(60_000_000)) })),
      }),
      'bomb',
    ],
  ])('X28 refuses %s', async (_, pdf, detail) => {
    expect(await inspect(pdf)).toEqual(unreadable(detail));
  });

  it('X28 refuses what is no PDF, has something in front of it, or is larger than 10 MiB', async () => {
    expect(await inspect(Buffer.from('plain text'))).toMatchObject({ code: 'FILE_TYPE_MISMATCH' });
    expect(await inspect(Buffer.concat([Buffer.from('<html>'), soundPdf()]))).toMatchObject({ code: 'FILE_TYPE_MISMATCH' });
    expect(await inspect(Buffer.concat([soundPdf(), Buffer.alloc(PDF_LIMIT_BYTES, 32)]))).toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(await inspectEvidence(soundPdf(), 'image/png')).toMatchObject({ code: 'FILE_TYPE_MISMATCH' });
  });

  it('X28 never throws, whatever the bytes', async () => {
    const sound = soundPdf({ objects: [objectStream('<</A /B>>')] });
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.uint8Array({ maxLength: 20 }), async (at, inserted) => {
        const changed = Buffer.concat([sound.subarray(0, at), inserted, sound.subarray(at + inserted.length)]);
        expect((await inspect(changed)).outcome).toMatch(/ACCEPTED|REFUSED/);
      }),
    );
  });

  it('X28 looks at every byte once, whatever is repeated', async () => {
    // A search that goes back for each of these would take minutes.
    expect(await inspect(soundPdf({ objects: ['>>stream\n'.repeat(1_000_000)] }))).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await inspect(soundPdf({ objects: ['/Type <</Fl>>stream\nendstream'.repeat(300_000)] }))).toEqual(unreadable('bomb'));
  }, 20_000);
});
