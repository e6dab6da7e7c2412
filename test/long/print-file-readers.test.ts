import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { defaultChecklist } from '../../domain/dispatch/checklist.ts';
import type { PaperContent } from '../../domain/dispatch/paper-content.ts';
import type { StatementRendering } from '../../domain/statements/rendering.ts';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { bindPages, type BoundPaper } from '../../infra/pdf/bind-pages.ts';
import { createPdfBrowser, type PdfBrowser } from '../../infra/pdf/browser.ts';
import { loadTypeface } from '../../infra/pdf/font.ts';
import { createPaperRenderer } from '../../infra/pdf/render-paper.ts';
import { createStatementRenderer } from '../../infra/pdf/render-statement.ts';
import { createTypesetter } from '../../infra/pdf/typeset-statement.ts';
import { createStatementSigner } from '../../infra/signing/statement-signer.ts';
import { printedParts, squeeze } from '../support/pdf/printed-parts.ts';
import { judgeAccessibility, where } from '../support/pdf/readers-of-others.ts';
import { testIdentity } from '../support/pdf/signing.ts';
import { longestStatement } from '../support/statements/longest-statement.ts';
import { dossierStatement, hukouStatement } from '../support/statements/statement-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'quxiang-print-file-'));
const fileOf = (name: string): string => join(folder, `${name}.pdf`);
const renderings: readonly StatementRendering[] = ['zh', 'en', 'large'];
const contentsIn = (rendering: StatementRendering): StatementContent[] => [
  dossierStatement({ rendering }),
  hukouStatement({ rendering }),
  hukouStatement({ rendering, transfer: null }),
  longestStatement('长城万里𬭎', rendering),
  longestStatement('Wide words ', rendering),
];
const subject = {
  schoolName: '样例大学',
  name: '陈诚',
  year: 2027,
  serial: 12,
  volumes: 1,
  sentOn: '2027-07-05',
  specimen: true,
  target: {
    type: 'HOME',
    unitName: '北京市海淀区人力资源公共服务中心',
    region: '110108',
    address: '示例路1号',
    postcode: '100195',
    contact: '王维',
    phone: '010-55512345',
    employer: null,
  },
  office: { handler: '李老师', phone: '010-55500000', address: '示例路2号', postcode: '100000' },
} as const;
const slip = {
  documentName: '居民身份证',
  idNumber: '110108200501011234',
  transferNumber: '23 10001 AD4M JRWK 44X',
  originRegion: '北京市',
  phone: '19912345678',
  checklist: defaultChecklist,
  qrContent: 'https://quxiang.example/receipt#AZ27QX5K',
} as const;
const papers: PaperContent[] = [
  { ...subject, paper: 'notice' },
  { ...subject, ...slip, paper: 'slip' },
  { ...subject, paper: 'receipt' },
];

let browser: PdfBrowser;
beforeAll(async () => {
  browser = createPdfBrowser();
  const signer = createStatementSigner(await testIdentity());
  const renderers = [createTypesetter(await loadTypeface(), signer), createStatementRenderer(browser, signer)];
  // A statement that the school has had singly is bound as the browser has printed it.
  async function* statements(rendering: StatementRendering): AsyncGenerator<BoundPaper> {
    for (const content of contentsIn(rendering))
      for (const render of renderers) yield { bytes: await render(content, Date.now()), group: '示例学院 一班', name: null };
  }
  async function* ofFiles(): AsyncGenerator<BoundPaper> {
    for (const content of papers) yield { bytes: await createPaperRenderer(browser)(content), group: '2027-0012', name: '告知书' };
  }
  for (const rendering of renderings) {
    const about = { total: contentsIn(rendering).length * 2, title: '登记信息', language: rendering === 'en' ? 'en' : 'zh-CN' } as const;
    writeFileSync(fileOf(rendering), await buffer(bindPages(statements(rendering), { ...about, signature: { signer, at: Date.now() } })));
  }
  writeFileSync(
    fileOf('dispatches'),
    await buffer(bindPages(ofFiles(), { total: papers.length, title: '档案转递材料', language: 'zh-CN', signature: null })),
  );
}, 120_000);
afterAll(() => browser.close());

describe('print files to readers of others', () => {
  where('java')('R45 R61 are PDF/UA-1 to veraPDF: statements of both renderers in every rendering, and papers of files', () => {
    const files = [...renderings, 'dispatches'].map(fileOf);
    expect(judgeAccessibility(files)).toEqual(files.map((file) => `PASS ${file} ua1`));
  });

  where('pdftotext')('R44 give back every field and every page number to pdftotext', () => {
    for (const rendering of renderings) {
      const text = squeeze(execFileSync('pdftotext', ['-raw', fileOf(rendering), '-'], { encoding: 'utf8' }));
      const contents = contentsIn(rendering);
      for (const content of contents) for (const part of printedParts(content)) expect(text).toContain(squeeze(part));
      for (let paper = 1; paper <= contents.length * 2; paper += 1) expect(text).toContain(`${paper}/${contents.length * 2}`);
    }
  });

  where('pdfsig')('R45 are signed and whole to pdfsig', () => {
    for (const rendering of renderings) {
      const output = execFileSync('pdfsig', [fileOf(rendering)], { encoding: 'utf8' });
      expect(output).toContain('Total document signed');
      expect(output).toContain('Signature Validation: Signature is Valid.');
    }
  });
});
