import type { IdentityDocumentType } from '../../domain/codes/identity-document-type.ts';
import type { BlindIndex } from '../crypto/blind-index.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { identityIndex, identityNumberContext } from '../identity/identity-index.ts';
import { secondFactorContext } from '../identity/second-factor.ts';
import { auditKeyContext } from '../record/audit-rows.ts';
import { mendContext } from '../roster/mends.ts';
import { numberContext, numberIndexPurpose, shownContext } from '../record/number-seals.ts';

export interface Seals {
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
}

type Row = Readonly<Record<string, string | null>>;

/** A table with values under keys of the keyring, and how a row of it comes under the current ones. */
export interface SealedTable {
  readonly table: string;
  /** SQL of each sealed value (`field` keys), by the name it has in a row. */
  readonly sealed: Readonly<Record<string, string>>;
  /** The same of each blind index (`blindIndex` keys). */
  readonly indexes: Readonly<Record<string, string>>;
  /** What else `renew` needs. */
  readonly also?: Readonly<Record<string, string>>;
  /** The SET of the update; `u` is the row as `renew` returns it. */
  readonly set: string;
  readonly renew: (row: Row, seals: Seals) => Row;
}

const reseal = ({ cipher }: Seals, sealed: string | null | undefined, context: string): string | null =>
  sealed === null || sealed === undefined ? null : cipher.seal(cipher.open(sealed, context), context);

const numberTable = (table: string, kind: 'VERIFICATION' | 'TRANSFER'): SealedTable => ({
  table,
  sealed: { numberSealed: '"numberSealed"', shownSealed: '"shownSealed"' },
  indexes: { numberIndex: '"numberIndex"' },
  set: '"numberSealed" = u."numberSealed", "shownSealed" = u."shownSealed", "numberIndex" = u."numberIndex"',
  renew: ({ id, numberSealed, shownSealed }, seals) => {
    const number = seals.cipher.open(numberSealed ?? '', numberContext(kind, id ?? ''));
    return {
      numberSealed: seals.cipher.seal(number, numberContext(kind, id ?? '')),
      shownSealed: reseal(seals, shownSealed, shownContext(id ?? '')),
      numberIndex: seals.index.blindIndex(number, numberIndexPurpose),
    };
  },
});

const change = (name: string): string => `"payload" -> 'changes' ->> '${name}'`;

/** Every sealed value of the record. Values in audit rows are under keys of their graduates, which are sealed here. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: 'graduate',
    sealed: { idNumberSealed: '"idNumberSealed"', auditKeySealed: '"auditKeySealed"' },
    indexes: { idNumberIndex: '"idNumberIndex"' },
    also: { idType: '"idType"' },
    set: '"idNumberSealed" = u."idNumberSealed", "auditKeySealed" = u."auditKeySealed", "idNumberIndex" = u."idNumberIndex"',
    renew: ({ id, idType, idNumberSealed, auditKeySealed }, seals) => {
      const context = identityNumberContext(id ?? '');
      const number = seals.cipher.open(idNumberSealed ?? '', context);
      return {
        idNumberSealed: seals.cipher.seal(number, context),
        auditKeySealed: reseal(seals, auditKeySealed, auditKeyContext(id ?? '')),
        idNumberIndex: identityIndex(seals.index, idType as IdentityDocumentType, number),
      };
    },
  },
  {
    table: 'account',
    sealed: { totpPendingSealed: '"totpPendingSealed"', totpSecretSealed: '"totpSecretSealed"' },
    indexes: {},
    set: '"totpPendingSealed" = u."totpPendingSealed", "totpSecretSealed" = u."totpSecretSealed"',
    renew: ({ id, totpPendingSealed, totpSecretSealed }, seals) => ({
      totpPendingSealed: reseal(seals, totpPendingSealed, secondFactorContext(id ?? '')),
      totpSecretSealed: reseal(seals, totpSecretSealed, secondFactorContext(id ?? '')),
    }),
  },
  {
    table: 'roster_import_mend',
    sealed: { cellsSealed: '"cellsSealed"' },
    indexes: {},
    set: '"cellsSealed" = u."cellsSealed"',
    renew: ({ id, cellsSealed }, seals) => ({ cellsSealed: reseal(seals, cellsSealed, mendContext(id ?? '')) }),
  },
  numberTable('verification_grant', 'VERIFICATION'),
  numberTable('transfer_number', 'TRANSFER'),
  {
    // A correction of an identity document that the school has sent: still to be applied, or kept to answer a repeat.
    table: 'command',
    sealed: { sealedIdNumber: change('sealedIdNumber') },
    indexes: { idNumberIndex: change('idNumberIndex') },
    also: {
      graduateId: '"graduateId"::text',
      idType: `coalesce(${change('idType')}, (SELECT g."idType" FROM "graduate" g WHERE g."id" = t."graduateId"))`,
    },
    set: `"payload" = jsonb_set(jsonb_set(t."payload", '{changes,sealedIdNumber}', to_jsonb(u."sealedIdNumber")), '{changes,idNumberIndex}', to_jsonb(u."idNumberIndex"))`,
    renew: ({ graduateId, idType, sealedIdNumber }, seals) => {
      const context = identityNumberContext(graduateId ?? '');
      const number = seals.cipher.open(sealedIdNumber ?? '', context);
      return {
        sealedIdNumber: seals.cipher.seal(number, context),
        idNumberIndex: identityIndex(seals.index, idType as IdentityDocumentType, number),
      };
    },
  },
];
