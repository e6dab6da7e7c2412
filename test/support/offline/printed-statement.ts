import type { PdfBrowser } from '../../../infra/pdf/browser.ts';
import { createStatementRenderer } from '../../../infra/pdf/render-statement.ts';
import { issuePayload } from '../../../infra/offline/scan-payload.ts';
import { dossierStatement } from '../statements/statement-content.ts';
import { samplePayload, signingKeySet } from './offline-fixture.ts';

const fields = {
  ordinary: samplePayload,
  // Names of 20 characters each.
  long: {
    ...samplePayload,
    name: '买买提·艾力',
    school: '示例省示例市示例理工与职业技术师范大学',
    destinationUnit: '示例省示例市示例高新技术产业开发区有限公司',
    receivingUnit: '示例省示例市公共就业与人才流动服务中心',
  },
};

/** A statement as PDF whose code carries a signed payload, and what the code must say. */
export async function printStatement(
  browser: PdfBrowser,
  size: keyof typeof fields,
): Promise<{ readonly pdf: Uint8Array; readonly code: string }> {
  const code = `https://quxiang.example.com/verification/dossier#${issuePayload(signingKeySet('2026-11-23'), fields[size])}`;
  const content = dossierStatement();
  if (!content.number) throw new Error('the sample has no number');
  return { code, pdf: await createStatementRenderer(browser, null)({ ...content, number: { ...content.number, qrContent: code } }, 0) };
}
