import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';
import { loadTypeface } from '../../../infra/pdf/font.ts';
import { createStatementRenderer, type RenderStatement } from '../../../infra/pdf/render-statement.ts';
import { createTypesetter } from '../../../infra/pdf/typeset-statement.ts';
import { createStatementSigner } from '../../../infra/signing/statement-signer.ts';
import { findStatement } from '../../../infra/statements/find-statement.ts';
import { findCode } from '../../support/offline/dirty-scan.ts';
import { homeDossier } from '../../support/record/contents.ts';
import { submit } from '../../support/record/registration.ts';
import { photograph } from '../../support/pdf/photograph.ts';
import { scanPage } from '../../support/pdf/scan-page.ts';
import { testIdentity } from '../../support/pdf/signing.ts';
import { statementSettings } from '../../support/statements/statement-settings.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { schoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let browser: PdfBrowser;
beforeAll(async () => {
  app = await openApplication();
  browser = createPdfBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** The graduate's own statement as the browser prints it, and the school's as a batch typesets it, both signed. */
const renderers: readonly (readonly ['VERIFICATION' | 'TRANSFER', () => Promise<RenderStatement>])[] = [
  ['VERIFICATION', async () => createStatementRenderer(browser, createStatementSigner(await testIdentity()))],
  ['TRANSFER', async () => createTypesetter(await loadTypeface(), createStatementSigner(await testIdentity()))],
];

describe.each(renderers)('X23 R49 R51 a printed statement with a %s number', (numberKind, renderer) => {
  it('is read by ZXing from photographs of the paper, taken askew in bad light, and verifies until the number dies', async () => {
    const people = await schoolWithPeople(app);
    const { grantId, transferNumberId } = await numbered(app, people);
    const { pool, seals, keyring } = app.record;
    const source = { pool, seals, offlineSigning: keyring.offlineSigning, settings: { ...statementSettings, publicUrl: app.url } };
    const { content } = await findStatement(source, {
      type: 'NUMBER',
      numberKind,
      id: numberKind === 'TRANSFER' ? transferNumberId : grantId,
    });
    const paper = await scanPage(await (await renderer())(content, Date.now()), 150);
    const verify = async (seed: number) => {
      const [page = '', token = ''] = ((await findCode(await photograph(paper, seed)))?.text ?? '').split('#');
      const { body } = await new Client(app.url).post(`/api${new URL(page).pathname}`, { token });
      return { page, outcome: body.outcome, name: body.record?.basics.name };
    };
    for (const seed of [1, 2, 3, 4])
      expect([seed, await verify(seed)]).toEqual([seed, { page: `${app.url}/verification/dossier`, outcome: 'VALID', name: '示例同学' }]);
    await submit(app.record, people.school, people.graduate, 'DOSSIER', { ...homeDossier, unitName: '另一单位（示例）' }, [], Date.now());
    expect(await verify(1)).toMatchObject({ outcome: 'INVALIDATED' });
  }, 120_000);
});
