import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { ZipPart } from './zip-directory.ts';

/** The content of a part in pieces. Throws SpreadsheetError once there is more than the part claims or `maxBytes` allow. */
export async function* unpackPart({ method, packed, claimedBytes }: ZipPart, maxBytes: number): AsyncGenerator<Buffer> {
  const limit = Math.min(claimedBytes, maxBytes);
  let count = 0;
  const source = Readable.from([packed], { objectMode: false });
  const content = method === 'STORED' ? source : source.pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      count += piece.length;
      if (count > limit) throw new SpreadsheetError('CONTENT_TOO_LARGE');
      yield piece;
    }
  } catch (error) {
    // zlib's own errors speak of broken data.
    throw error instanceof SpreadsheetError ? error : new SpreadsheetError('NOT_A_SPREADSHEET');
  } finally {
    content.destroy();
  }
}

const smallPartBytes = 8 * 1024 * 1024;

/** The text of a small part, such as the list of sheets. */
export async function readSmallPart(part: ZipPart): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of unpackPart(part, smallPartBytes)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
