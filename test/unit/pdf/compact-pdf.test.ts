import { compactPdf } from '../../../infra/pdf/compact-pdf.ts';

describe('compactPdf', () => {
  it('refuses what the browser did not write, instead of making a broken file of it', () => {
    for (const text of ['', '%PDF-1.4\n', '%PDF-1.4\ntrailer\n<</Root 1 0 R /Info 2 0 R>>\nstartxref\n9\n%%EOF']) {
      expect(() => compactPdf(Buffer.from(text))).toThrow('not a PDF of the browser');
    }
  });
});
