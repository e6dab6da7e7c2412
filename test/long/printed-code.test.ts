import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPdfBrowser, type PdfBrowser } from '../../infra/pdf/browser.ts';
import { dirtied } from '../support/offline/dirty-scan.ts';
import { printStatement } from '../support/offline/printed-statement.ts';
import { photograph } from '../support/pdf/photograph.ts';
import { scanPage } from '../support/pdf/scan-page.ts';

const installed = (tool: string): boolean => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;
// Debian: zbar-tools, poppler-utils. The same with readers of the registry is in test/activities/offline/printed-code.test.ts.
const whereInstalled = installed('zbarimg') && installed('pdftoppm') ? describe : describe.skip;

whereInstalled('X23 zbar, which knows nothing of us', () => {
  let browser: PdfBrowser;
  let folder: string;
  beforeAll(() => {
    browser = createPdfBrowser();
    folder = mkdtempSync(join(tmpdir(), 'quxiang-scan-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const readByZbar = (picture: Uint8Array): string => {
    writeFileSync(join(folder, 'scan.png'), picture);
    return spawnSync('zbarimg', ['-q', '--raw', join(folder, 'scan.png')], { encoding: 'utf8' }).stdout.trim();
  };

  it.each(['ordinary', 'long'] as const)(
    'reads a code with %s names from the PDF at 150 dpi, clean and with 10 %% of it dirty, at least eighteen times of twenty',
    async (size) => {
      const { pdf, code } = await printStatement(browser, size);
      writeFileSync(join(folder, 'statement.pdf'), pdf);
      execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', join(folder, 'statement.pdf'), join(folder, 'page')]);
      const scan = readFileSync(join(folder, 'page.png'));
      expect(readByZbar(scan)).toBe(code);
      let read = 0;
      for (let seed = 1; seed <= 20; seed += 1) if (readByZbar(await dirtied(scan, seed)) === code) read += 1;
      // A stain may lie across the dotted lines by which this reader counts modules; who scans then holds the paper anew.
      expect(read).toBeGreaterThanOrEqual(18);
    },
  );

  // The longest code has a third more modules: for this reader the photograph must be as fine as a telephone's of 5 megapixels.
  it.each([
    ['ordinary', 150],
    ['long', 200],
  ] as const)(
    'reads a code with %s names from photographs of the page at %i dpi, taken askew in bad light, at least nine of ten',
    async (size, dotsPerInch) => {
      const { pdf, code } = await printStatement(browser, size);
      const paper = await scanPage(pdf, dotsPerInch);
      const answers: string[] = [];
      for (let seed = 1; seed <= 10; seed += 1) answers.push(readByZbar(await photograph(paper, seed)));
      // It reads rightly or not at all, and each statement has a code of its own: one in many photographs is taken again.
      expect(answers.filter((answer) => answer !== code && answer !== '')).toEqual([]);
      expect(answers.filter((answer) => answer === code).length).toBeGreaterThanOrEqual(9);
    },
  );
});
