import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { unpackPart } from '../../../infra/spreadsheet/unpack-part.ts';
import { readZipDirectory } from '../../../infra/spreadsheet/zip-directory.ts';

/** The files of an archive by name, in its order, each checked against its sum. */
export async function openZip(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const part of readZipDirectory(Buffer.from(bytes)).values()) {
    const content = await buffer(unpackPart(part, 64 * 1024 * 1024));
    expect(crc32(content)).toBe(part.crc);
    files.set(part.name, content);
  }
  return files;
}
