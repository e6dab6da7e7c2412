import { finishPdf } from '../../../infra/pdf/finish-pdf.ts';
import { readPdfFile } from '../../../infra/pdf/read-pdf-file.ts';
import { smallPdf } from '../../support/pdf/small-pdf.ts';

const finish = { title: '登记信息 & <more>', language: 'zh-CN', qrCode: null, signature: null } as const;

describe('a finished PDF', () => {
  it.each(['', '%PDF-1.4\n', '%PDF-1.4\ntrailer\n<</Root 1 0 R /Info 2 0 R>>\nstartxref\n9\n%%EOF'])(
    'is not made of what our renderers did not write: %j',
    (text) => {
      expect(() => finishPdf(Buffer.from(text), finish)).toThrow('not a PDF of our renderers');
    },
  );

  it('says its title, its language and that it is PDF/UA in its metadata', () => {
    const text = finishPdf(smallPdf(), finish).toString('utf8');
    expect(text).toContain('<rdf:li xml:lang="x-default">登记信息 &amp; &lt;more&gt;</rdf:li>');
    expect(text).toContain('<rdf:li>zh-CN</rdf:li>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is the same file for the same statement', () => {
    expect(finishPdf(smallPdf(), finish)).toEqual(finishPdf(smallPdf(), finish));
  });

  it('keeps streams as they are, and leaves out what nothing refers to', () => {
    const { objects } = readPdfFile(smallPdf());
    expect(objects.get(4)?.stream?.toString()).toBe('BT ET');
    const finished = finishPdf(smallPdf(), finish).toString('latin1');
    expect(finished).toMatch(/\n4 0 obj\n<<.*\/FlateDecode/);
    expect(finished).not.toMatch(/\n6 0 obj/);
  });
});
