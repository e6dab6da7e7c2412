import type { StatementKind } from '../grants/grant.ts';
import type { NumberKind } from '../numbers/formats.ts';
import { readWhole } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { listLength } from './status-list.ts';

/** What the QR code of a statement says, so that paper can be checked without a network (docs/offline-format.md). */
export interface StatementPayload {
  /** Which published key signs. */
  readonly keyId: string;
  readonly kind: StatementKind;
  readonly numberKind: NumberKind;
  /** False when the dossier's or hukou's section was not registered, and the paper has a line there (R46). */
  readonly registered: boolean;
  /** When the number was issued; whole seconds, in milliseconds. */
  readonly issuedAt: number;
  /** First instant at which the number is over. */
  readonly endsAt: number;
  /** Where its revocation would stand; together they name the number (X23). */
  readonly list: number;
  readonly index: number;
  readonly name: string;
  readonly school: string;
  /** Empty when none is printed; a text that ends in … goes on on the paper. */
  readonly destinationUnit: string;
  readonly receivingUnit: string;
}

/** First byte of a payload and of a list. */
export const formatVersion = 1;

const hukou = 1;
const transfer = 2;
const unregistered = 4;

/** The signed part of a payload. Parts of a second are dropped from the issue and added to the end. */
export function encodePayload(payload: StatementPayload): Uint8Array {
  const { kind, numberKind, registered } = payload;
  const flags = (kind === 'HUKOU' ? hukou : 0) | (numberKind === 'TRANSFER' ? transfer : 0) | (registered ? 0 : unregistered);
  return new ByteWriter()
    .unsigned(formatVersion, 1)
    .text(payload.keyId)
    .unsigned(flags, 1)
    .unsigned(Math.floor(payload.issuedAt / 1000), 4)
    .unsigned(Math.ceil(payload.endsAt / 1000), 4)
    .unsigned(payload.list, 2)
    .unsigned(payload.index, 3)
    .text(payload.name)
    .text(payload.school)
    .text(payload.destinationUnit)
    .text(payload.receivingUnit)
    .bytes();
}

/** Reads what encodePayload wrote; undefined for anything else. */
export function decodePayload(body: Uint8Array): StatementPayload | undefined {
  return readWhole(body, (reader) => {
    if (reader.unsigned(1) !== formatVersion) return undefined;
    const keyId = reader.text();
    const flags = reader.unsigned(1);
    const payload: StatementPayload = {
      keyId,
      kind: flags & hukou ? 'HUKOU' : 'DOSSIER',
      numberKind: flags & transfer ? 'TRANSFER' : 'VERIFICATION',
      registered: !(flags & unregistered),
      issuedAt: reader.unsigned(4) * 1000,
      endsAt: reader.unsigned(4) * 1000,
      list: reader.unsigned(2),
      index: reader.unsigned(3),
      name: reader.text(),
      school: reader.text(),
      destinationUnit: reader.text(),
      receivingUnit: reader.text(),
    };
    return flags > 7 || payload.index >= listLength ? undefined : payload;
  });
}
