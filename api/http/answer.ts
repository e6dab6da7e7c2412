import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import type { CookieOptions, Response } from 'express';

export interface Cookie {
  readonly name: string;
  /** null deletes it. */
  readonly value: string | null;
  readonly options: CookieOptions;
}

interface Extras {
  readonly status?: number;
  /** Version of the record shown, for ETag. */
  readonly version?: number;
  readonly location?: string;
  readonly cookies?: readonly Cookie[];
  /** The same for everybody: caches may keep it so long. Without it nothing is ever kept. */
  readonly maxAgeSeconds?: number;
}

interface StreamedFile {
  readonly mediaType: string;
  readonly fileName: string;
  /** In bytes, so that who gets less knows it. */
  readonly length: number;
}

/** What a handler answers; the pipeline writes it. */
export type Answer<T> =
  | ({ readonly kind: 'JSON'; readonly body: T } & Extras)
  | { readonly kind: 'FILE'; readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string }
  | ({ readonly kind: 'FILE_STREAM'; readonly bytes: AsyncIterable<Uint8Array> } & StreamedFile)
  | { readonly kind: 'SHARED'; readonly bytes: Uint8Array; readonly mediaType: string; readonly maxAgeSeconds: number }
  | { readonly kind: 'TEXT'; readonly text: string; readonly mediaType: string }
  | ({ readonly kind: 'REDIRECT'; readonly to: string } & Pick<Extras, 'cookies'>)
  | ({ readonly kind: 'NOTHING' } & Pick<Extras, 'cookies'>);

export const json = <T>(body: T, extras: Extras = {}): Answer<T> => ({ kind: 'JSON', body, ...extras });
export const redirect = (to: string, cookies: readonly Cookie[] = []): Answer<never> => ({ kind: 'REDIRECT', to, cookies });
export const nothing = (cookies: readonly Cookie[] = []): Answer<never> => ({ kind: 'NOTHING', cookies });

export const text = (content: string, mediaType: string): Answer<never> => ({ kind: 'TEXT', text: content, mediaType });

/** Bytes that are the same for everybody, which caches may keep so long; who has them is told so by their tag. */
export const shared = (bytes: Uint8Array, mediaType: string, maxAgeSeconds: number): Answer<never> => ({
  kind: 'SHARED',
  bytes,
  mediaType,
  maxAgeSeconds,
});

/** A file to be saved; its name says what it is and never whose. */
export const file = (bytes: Uint8Array, mediaType: string, fileName: string): Answer<never> => ({
  kind: 'FILE',
  bytes,
  mediaType,
  fileName,
});

/** The same for what is too large for memory. */
export const fileStream = (bytes: AsyncIterable<Uint8Array>, about: StreamedFile): Answer<never> => ({
  kind: 'FILE_STREAM',
  bytes,
  ...about,
});

/** Writes an answer whose body has been checked. `end` and not `send`: a 304 would hide that a deadline has passed. */
export function writeAnswer(response: Response, answer: Answer<unknown>): void {
  if ('cookies' in answer) writeCookies(response, answer.cookies ?? []);
  switch (answer.kind) {
    case 'REDIRECT':
      return void response.redirect(303, answer.to);
    case 'NOTHING':
      return void response.status(204).end();
    case 'SHARED': {
      const tag = `"${createHash('sha256').update(answer.bytes).digest('base64url')}"`;
      response.set({ 'Cache-Control': `public, max-age=${answer.maxAgeSeconds}`, ETag: tag });
      if (response.req.get('If-None-Match') === tag) return void response.status(304).end();
      return void response.status(200).type(answer.mediaType).end(answer.bytes);
    }
    case 'TEXT':
      return void response.status(200).type(answer.mediaType).end(answer.text);
    case 'FILE':
      response.set('Content-Disposition', `attachment; filename="${answer.fileName}"`);
      return void response
        .status(200)
        .type(answer.mediaType)
        .end(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
    case 'FILE_STREAM':
      response.set({ 'Content-Disposition': `attachment; filename="${answer.fileName}"`, 'Content-Length': String(answer.length) });
      // What fails half way ends the connection; nothing else can be told by then.
      return void pipeline(Readable.from(answer.bytes), response.status(200).type(answer.mediaType), () => undefined);
    case 'JSON':
      if (answer.version !== undefined) response.set('ETag', `"${answer.version}"`);
      if (answer.maxAgeSeconds !== undefined) response.set('Cache-Control', `public, max-age=${answer.maxAgeSeconds}`);
      if (answer.location !== undefined) response.location(answer.location);
      return void response
        .status(answer.status ?? 200)
        .type('json')
        .end(JSON.stringify(answer.body));
  }
}

function writeCookies(response: Response, cookies: readonly Cookie[]): void {
  for (const { name, value, options } of cookies) {
    if (value === null) response.clearCookie(name, options);
    else response.cookie(name, value, options);
  }
}
