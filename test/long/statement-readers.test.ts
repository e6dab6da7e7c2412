import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { createPdfBrowser, type PdfBrowser } from '../../infra/pdf/browser.ts';
import { loadTypeface } from '../../infra/pdf/font.ts';
import { createStatementRenderer } from '../../infra/pdf/render-statement.ts';
import { createTypesetter } from '../../infra/pdf/typeset-statement.ts';
import { createStatementSigner } from '../../infra/signing/statement-signer.ts';
import { verifySignature } from '../../infra/signing/verify-signature.ts';
import { testIdentity } from '../support/pdf/signing.ts';
import { partsMissing } from '../support/pdf/printed-parts.ts';
import { judgeAccessibility, where } from '../support/pdf/readers-of-others.ts';
import { longestStatement } from '../support/statements/longest-statement.ts';
import { dossierStatement, hukouStatement } from '../support/statements/statement-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'quxiang-readers-'));
const contents: readonly (readonly [string, StatementContent])[] = [
  ['dossier', dossierStatement()],
  ['hukou', hukouStatement()],
  ['english', dossierStatement({ rendering: 'en' })],
  ['large', dossierStatement({ rendering: 'large' })],
  ['preview', dossierStatement({ number: null, auditPosition: null })],
  ['absent', hukouStatement({ transfer: null })],
  ['longest', longestStatement('长城万里𬭎')],
  ['longest in large type', longestStatement('长城万里𬭎', 'large')],
];
const files: { name: string; file: string; content: StatementContent }[] = [];
let browser: PdfBrowser;
let certificatePem: string;

beforeAll(async () => {
  browser = createPdfBrowser();
  const identity = await testIdentity();
  certificatePem = join(folder, 'certificate.pem');
  writeFileSync(certificatePem, identity.signer.toString());
  const signer = createStatementSigner(identity);
  const renderers = { browser: createStatementRenderer(browser, signer), typesetter: createTypesetter(await loadTypeface(), signer) };
  for (const [by, render] of Object.entries(renderers)) {
    for (const [name, content] of contents) {
      const file = join(folder, `${by}-${name}.pdf`);
      writeFileSync(file, await render(content, Date.now()));
      files.push({ name: `${by} ${name}`, file, content });
    }
  }
});
afterAll(() => browser.close());

describe('statements to readers of others', () => {
  where('java')('are PDF/UA-1 to veraPDF, in every rendering of both renderers', () => {
    expect(judgeAccessibility(files.map(({ file }) => file))).toEqual(files.map(({ file }) => `PASS ${file} ua1`));
  });

  where('pdftotext')('R44 give back every field to pdftotext, character for character', () => {
    const missing = files.map(({ name, file, content }) => [
      name,
      partsMissing(content, execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })),
    ]);
    expect(missing).toEqual(files.map(({ name }) => [name, []]));
  });

  where('pdfsig')('are signed and whole to pdfsig', () => {
    for (const { file } of files.filter(({ content }) => content.number !== null)) {
      const output = execFileSync('pdfsig', [file], { encoding: 'utf8' });
      expect(output).toContain('Total document signed');
      expect(output).toContain('Signature Validation: Signature is Valid.');
    }
  });

  where('openssl')('are CAdES signatures to OpenSSL', () => {
    for (const { file, content } of files.filter(({ content: { number } }) => number !== null)) {
      expect(content.number).not.toBeNull();
      const pdf = execFileSync('cat', [file], { maxBuffer: 1_000_000 });
      const [from = 0, to = 0] = /\/ByteRange \[0 (\d+) (\d+)/.exec(pdf.toString('latin1'))?.slice(1).map(Number) ?? [];
      const message = Buffer.from(pdf.toString('latin1', from + 1, to - 1), 'hex');
      writeFileSync(join(folder, 'message.der'), message.subarray(0, 4 + message.readUInt16BE(2)));
      writeFileSync(join(folder, 'content'), Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)]));
      const args = [
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-in',
        'message.der',
        '-content',
        'content',
        '-CAfile',
        certificatePem,
        '-purpose',
        'any',
        '-out',
        'verified',
      ];
      expect(spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
    }
  });

  it('are broken by every single byte of a whole statement that is another one', () => {
    const signed = execFileSync('cat', [files[0]!.file], { maxBuffer: 1_000_000 });
    const unnoticed: number[] = [];
    for (let index = 0; index < signed.length; index += 1) {
      const copy = Buffer.from(signed);
      copy[index]! ^= 1;
      if (verifySignature(copy).intact) unnoticed.push(index);
    }
    expect(unnoticed).toEqual([]);
    expect(signed.length).toBeGreaterThan(30_000);
  });
});
