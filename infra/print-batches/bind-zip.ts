import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a ZIP; its bytes are asked for when it is its turn. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** A ZIP as it comes, one file in memory at a time. PDFs are packed already, so nothing is packed again. Throws what `bytes` throws. */
export async function* bindZip(entries: AsyncIterable<ZipEntry>, at: number): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const stop = (error: unknown): void =>
    void (zip.outputStream as Readable).destroy(error instanceof Error ? error : new Error('the archive was not written'));
  zip.on('error', stop);
  const options = { compress: false, mtime: new Date(at), mode: 0o100600 };
  for await (const { name, bytes } of entries) {
    zip.addReadStreamLazy(name, options, (give) => {
      bytes().then((content) => give(null, Readable.from([Buffer.from(content.buffer, content.byteOffset, content.byteLength)])), stop);
    });
  }
  zip.end();
  yield* zip.outputStream as AsyncIterable<Uint8Array>;
}
