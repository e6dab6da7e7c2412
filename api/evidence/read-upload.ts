import busboy from 'busboy';
import type { Request } from 'express';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { invalidRequest } from '../http/refusals.ts';

export interface Upload {
  readonly bytes: Uint8Array;
  /** What the sender says it is. */
  readonly mediaType: string;
  /** Texts sent along, by name; those asked for and no others. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Reads the one file of a multipart request as it streams in, and stops at the limit; of texts only those that are named.
 * Throws FILE_TOO_LARGE or INVALID_REQUEST.
 */
export function readUpload(request: Request, limitBytes: number, textNames: readonly string[] = []): Promise<Upload> {
  const missing = invalidRequest({ field: 'file', code: 'FILE_MISSING' });
  if (!request.is('multipart/form-data')) throw missing;
  return new Promise((resolve, reject) => {
    const parser = openParser(request, limitBytes + 1, textNames.length);
    const texts: Record<string, string> = {};
    let upload: Upload | undefined;
    let tooLarge = false;
    parser.on('file', (_field, stream, { mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
      });
      stream.on('limit', () => {
        tooLarge = true;
        chunks.length = 0;
      });
      stream.on('close', () => {
        upload = { bytes: Buffer.concat(chunks), mediaType: mimeType, texts };
      });
    });
    parser.on('field', (name, text) => {
      if (textNames.includes(name)) texts[name] = text;
      else reject(invalidRequest({ field: 'file', code: 'FIELD_UNKNOWN' }));
    });
    parser.on('filesLimit', () => reject(invalidRequest({ field: 'file', code: 'TOO_MANY_FILES' })));
    parser.on('fieldsLimit', () => reject(invalidRequest({ field: 'file', code: 'FIELD_UNKNOWN' })));
    parser.on('close', () => {
      if (tooLarge) reject(new RefusalError('FILE_TOO_LARGE', { fields: [{ field: 'file', code: 'FILE_TOO_LARGE' }] }));
      else if (upload === undefined || upload.bytes.length === 0) reject(missing);
      else resolve(upload);
    });
    // Messages of the parser quote the request; and a sender who goes away in the middle has sent no file.
    parser.on('error', () => reject(missing));
    request.once('close', () => {
      if (!request.complete) reject(missing);
    });
    request.pipe(parser);
  });
}

function openParser(request: Request, fileSize: number, fields: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      limits: { files: 1, fields, parts: 2 + fields, fileSize, fieldSize: 2_000, headerPairs: 20 },
    });
  } catch {
    throw invalidRequest({ field: 'file', code: 'FILE_MISSING' });
  }
}
