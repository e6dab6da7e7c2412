import { statementHtml } from '../../../domain/statements/statement-html.ts';
import { layOutStatement } from '../../../domain/statements/statement-layout.ts';
import { statementText } from '../../../domain/statements/statement-text.ts';
import type { StatementContent } from '../../../domain/statements/statement-content.ts';
import { dossierStatement, hukouStatement } from '../../support/statements/statement-content.ts';

const qrImage = 'data:image/png;base64,DD';
const htmlOf = (content: StatementContent): string => statementHtml(layOutStatement(content), qrImage);
const visibleText = (html: string): string => html.replace(/<style>[\s\S]*<\/style>|<title>.*<\/title>|<[^>]*>/g, '');

describe('HTML of a statement', () => {
  it('escapes every value', () => {
    const evil = `<img src=x onerror="a('1')">&`;
    const { number } = dossierStatement();
    const html = htmlOf(
      dossierStatement({
        title: evil,
        basics: {
          name: evil,
          gender: evil,
          school: evil,
          graduationMonth: evil,
          yearsOfStudy: evil,
          major: evil,
          educationLevel: evil,
          homeRegion: evil,
        },
        destination: { destination: evil, entityLabel: evil, entityName: evil, entityRegion: evil },
        transfer: { transferType: evil, unitName: evil, unitRegion: evil, postcode: evil, contact: evil, phone: evil },
        number: { ...number!, validUntil: evil },
        sourceNote: evil,
        issuer: evil,
        issuedAt: evil,
        verificationAddress: evil,
        serviceEnd: evil,
      }),
    );
    expect(html).not.toContain('<img src=x');
    // Title twice, 8 + 4 + 6 fields, end of validity, and five texts of notes and footer.
    expect(html.split('&lt;img src=x onerror=&quot;a(&#39;1&#39;)&quot;&gt;&amp;')).toHaveLength(2 + 8 + 4 + 6 + 1 + 5 + 1);
  });

  it('groups the number without anything between its characters', () => {
    const number = /<p class="number">(.*?)<\/p>/.exec(htmlOf(dossierStatement()))?.[1] ?? '';
    expect(number.replace(/<[^>]*>/g, '')).toBe('核验编号：2310001EA86V47B');
    expect(number.match(/class="end">./g)).toEqual(['class="end">3', 'class="end">1', 'class="end">6', 'class="end">B']);
  });

  it('declares its language and title, loads nothing and runs nothing', () => {
    const html = htmlOf(hukouStatement());
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<title>全国普通高等学校毕业生去向登记信息</title>');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(html).toContain('font-synthesis: none');
    expect([...html.matchAll(/(?:src="|url\(')([a-z]+:)/g)].map(([, scheme]) => scheme)).toEqual(['data:']);
    expect(html).not.toContain('<script');
  });

  it.each([
    ['whole', dossierStatement()],
    ['without its section', dossierStatement({ transfer: null })],
    ['a preview', hukouStatement({ number: null, destination: null })],
  ])('draws no character that the fonts are not cut for: %s', (_, content) => {
    const text = statementText(layOutStatement(content));
    const cut = new Set([...text, '\n']);
    expect([...visibleText(htmlOf(content))].filter((character) => !cut.has(character))).toEqual([]);
  });

  it('R34 has no number and no QR code in a preview', () => {
    const html = statementHtml(layOutStatement(dossierStatement({ number: null })), null);
    expect(html).not.toContain('class="number"');
    expect(html).not.toContain('<img');
    expect(html).toContain('预览，不含编号，不作核验凭据');
  });
});
