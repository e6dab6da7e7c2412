import { readFileSync } from 'node:fs';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { dossierStatement } from '../../test/support/statements/statement-content.ts';

// The first thousand of the characters of our own documents: as various as names and addresses are.
const letters = [...new Set(readFileSync(new URL('../../README.zh-CN.md', import.meta.url), 'utf8').match(/\p{Script=Han}/gu) ?? [])];
const word = (seed: number, length: number): string =>
  Array.from({ length }, (_, index) => letters[(seed * 31 + index * 97 + index * index * 13) % letters.length] ?? '').join('');

/** A statement of a graduate of its own, with names, major, units and address that no other has. */
export function statementOf(seed: number): StatementContent {
  const usual = dossierStatement();
  const qrContent = `${usual.number?.qrContent.slice(0, -8)}${String(seed).padStart(8, '0')}`;
  return dossierStatement({
    auditPosition: seed + 1,
    basics: { ...usual.basics, name: word(seed, 3), major: word(seed + 1, 6) },
    destination: usual.destination && { ...usual.destination, entityName: `${word(seed + 2, 8)}有限公司` },
    transfer: {
      transferType: '托管单位接收',
      unitName: `${word(seed + 3, 6)}公共服务中心`,
      unitRegion: `北京市海淀区${word(seed + 4, 8)}路${seed % 100}号`,
      postcode: '100195',
      contact: word(seed + 5, 3),
      phone: '010-55512345',
    },
    number: usual.number && { ...usual.number, qrContent },
  });
}
