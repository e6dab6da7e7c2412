import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';
import { drawPage } from '../../../scripts/demo/read-qr.ts';
import { readPicture } from '../../../scripts/offline/read-picture.ts';
import { cutOut, dirtied, findCode } from '../../support/offline/dirty-scan.ts';
import { printStatement } from '../../support/offline/printed-statement.ts';

let browser: PdfBrowser;
beforeAll(() => {
  browser = createPdfBrowser();
});
afterAll(() => browser.close());

describe.each(['ordinary', 'long'] as const)('X23 a printed code with %s names', (size) => {
  it('is read from a scan at 150 dpi, clean and with 10 % of it dirty, by two readers', async () => {
    const { pdf, code } = await printStatement(browser, size);
    const scan = await drawPage(pdf, 150);
    const cut = await cutOut(scan);
    expect([await readPicture(cut), (await findCode(scan))?.text]).toEqual([code, code]);
    for (const seed of [1, 2, 3]) {
      const dirty = await dirtied(cut, seed);
      expect([seed, await readPicture(dirty), (await findCode(dirty))?.text]).toEqual([seed, code, code]);
    }
  });
});
