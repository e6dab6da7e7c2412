import { SpreadsheetError } from './spreadsheet-error.ts';

/** One file inside a ZIP archive, as its central directory describes it. */
export interface ZipPart {
  readonly name: string;
  readonly method: 'STORED' | 'DEFLATED';
  readonly crc: number;
  /** Size after unpacking, as claimed. */
  readonly claimedBytes: number;
  /** The bytes as they stand in the archive. */
  readonly packed: Buffer;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
const oldOfficeSignature = 'd0cf11e0a1b11ae1';
const maxEntries = 10_000;
const zip64 = 0xffffffff;

const refuse = (): never => {
  throw new SpreadsheetError('NOT_A_SPREADSHEET');
};

/** True for what claims to be an archive, or an old-style container of one; anything else may be a text. */
export function isArchive(bytes: Buffer): boolean {
  const beginning = bytes.subarray(0, 8).toString('hex');
  return beginning.startsWith('504b') || beginning === oldOfficeSignature;
}

/** The parts of an archive by name. Throws SpreadsheetError; an encrypted spreadsheet is no archive but an old-style container. */
export function readZipDirectory(bytes: Buffer): ReadonlyMap<string, ZipPart> {
  if (bytes.subarray(0, 8).toString('hex') === oldOfficeSignature) throw new SpreadsheetError('ENCRYPTED_OR_OLD_FORMAT');
  const end = bytes.lastIndexOf(Buffer.of(0x50, 0x4b, 0x05, 0x06));
  if (bytes.length < 22 || end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature) return refuse();
  const count = bytes.readUInt16LE(end + 10);
  if (count === 0 || count > maxEntries) return refuse();
  const parts = new Map<string, ZipPart>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) return refuse();
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    // Two parts of one name would let another program read another sheet than we do.
    if (parts.has(name)) return refuse();
    parts.set(name, partAt(bytes, at, name));
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function partAt(bytes: Buffer, entry: number, name: string): ZipPart {
  const method = bytes.readUInt16LE(entry + 10);
  const packedBytes = bytes.readUInt32LE(entry + 20);
  const claimedBytes = bytes.readUInt32LE(entry + 24);
  const header = bytes.readUInt32LE(entry + 42);
  const isEncrypted = (bytes.readUInt16LE(entry + 8) & 1) === 1;
  if (isEncrypted) throw new SpreadsheetError('ENCRYPTED_OR_OLD_FORMAT');
  if (packedBytes === zip64 || claimedBytes === zip64 || header === zip64) throw new SpreadsheetError('CONTENT_TOO_LARGE');
  if (method !== 0 && method !== 8) return refuse();
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== headerSignature) return refuse();
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  if (start + packedBytes > bytes.length) return refuse();
  return {
    name,
    method: method === 0 ? 'STORED' : 'DEFLATED',
    crc: bytes.readUInt32LE(entry + 16),
    claimedBytes,
    packed: bytes.subarray(start, start + packedBytes),
  };
}
