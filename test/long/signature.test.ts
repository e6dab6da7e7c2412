import { finishPdf } from '../../infra/pdf/finish-pdf.ts';
import { createStatementSigner } from '../../infra/signing/statement-signer.ts';
import { masks, unnoticedFlips } from '../support/pdf/flipped-bytes.ts';
import { testIdentity } from '../support/pdf/signing.ts';
import { smallPdf } from '../support/pdf/small-pdf.ts';

it('the signature of a PDF is broken by each change of every single byte', async () => {
  const signer = createStatementSigner(await testIdentity('EC'));
  const now = Date.now();
  const pdf = finishPdf(smallPdf(), {
    title: 't',
    language: 'en',
    qrCode: null,
    signature: { name: signer.name, at: now, space: signer.space },
  });
  expect(unnoticedFlips(await signer.sign(pdf, now), () => masks)).toEqual([]);
});
