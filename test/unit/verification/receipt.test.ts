import { compactVerify, importJWK, type JWK } from 'jose';
import { maskPersonName, Receipt } from '../../../domain/verification/receipt.ts';
import { generateKeyring } from '../../../infra/crypto/generate-keyring.ts';
import { parseKeyring } from '../../../infra/crypto/keyring.ts';
import { publishedKeysOf } from '../../../infra/crypto/published-keys.ts';
import { createReceiptDesk } from '../../../infra/verification/receipt-desk.ts';

const keyring = parseKeyring(generateKeyring('2027-01'));
const desk = createReceiptDesk(keyring.receiptSigning);
const receipt = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  entry: 'DOSSIER',
  outcome: 'VALID',
  at: 1_812_345_678_901,
  maskedName: '陈*',
} as const;

describe('a receipt', () => {
  it('R49 is read back, and by anybody with the published key', async () => {
    const signed = await desk.sign(receipt);
    expect(await desk.read(signed)).toEqual(receipt);
    const { payload, protectedHeader } = await compactVerify(signed, ({ kid }) =>
      importJWK(publishedKeysOf(keyring).find((key) => key.kid === kid) as JWK, 'EdDSA'),
    );
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'verification-receipt+jws', kid: 'receipt-2027-01' });
    expect(Receipt.parse(JSON.parse(Buffer.from(payload).toString()))).toEqual(receipt);
  });

  it('R49 every single changed character is noticed', async () => {
    const signed = await desk.sign(receipt);
    for (let place = 0; place < signed.length; place += 1) {
      const changed = signed.slice(0, place) + (signed[place] === 'A' ? 'B' : 'A') + signed.slice(place + 1);
      expect([place, await desk.read(changed)]).toEqual([place, undefined]);
    }
  });

  it('R49 another installation’s is not ours', async () => {
    const other = createReceiptDesk(parseKeyring(generateKeyring('2027-01')).receiptSigning);
    expect(await desk.read(await other.sign(receipt))).toBeUndefined();
  });

  it.each([
    ['陈诚', '陈*'],
    ['欧阳修', '欧*修'],
    ['买买提·艾力', '买****力'],
    ['𬭎', '𬭎'],
    ['ABDUR RAHMAN', 'A**********N'],
  ])('R49 of the name %s it shows %s', (name, masked) => {
    expect(maskPersonName(name)).toBe(masked);
  });
});

describe('published keys', () => {
  it('hold public parts only, the old ones too', () => {
    const json = JSON.stringify(publishedKeysOf(keyring));
    expect(publishedKeysOf(keyring).map(({ kid }) => kid)).toEqual(['receipt-2027-01', 'audit-2027-01']);
    expect(json).not.toContain('"d"');
  });
});
