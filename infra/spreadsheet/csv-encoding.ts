import { SpreadsheetError } from './spreadsheet-error.ts';

const pieceBytes = 256 * 1024;

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

function isValid(bytes: Buffer, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const piece of piecesOf(bytes)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a text file: what its mark says, else UTF-8 if it is that without a fault, else GB 18030, which spreadsheets save on
 * Chinese systems. Throws SpreadsheetError for bytes that are no text.
 */
export function encodingOf(bytes: Buffer): string {
  if (bytes.length === 0 || bytes.subarray(0, pieceBytes).includes(0)) throw new SpreadsheetError('NOT_A_SPREADSHEET');
  for (const encoding of ['utf-8', 'gb18030']) if (isValid(bytes, encoding)) return encoding;
  throw new SpreadsheetError('NOT_A_SPREADSHEET');
}

/** The text in pieces; a mark at its beginning is left out. */
export function* decodePieces(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (const piece of piecesOf(bytes)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
