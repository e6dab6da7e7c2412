import { X509Certificate, type KeyObject } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { createStatementSigner } from '../signing/statement-signer.ts';
import { PdfError } from './pdf-error.ts';
import { readShared, type SharedTypeface } from './shared-typeface.ts';
import { createTypesetter } from './typeset-statement.ts';

/** What a thread of the press is told once. */
export interface ThreadData {
  readonly typeface: SharedTypeface;
  readonly signing: { readonly key: KeyObject; readonly chain: readonly Uint8Array[] } | null;
}

/** One statement for a thread. */
export interface ThreadTask {
  readonly content: StatementContent;
  readonly at: number;
}

/** What became of it; an error as data, since its class would not come through. */
export type ThreadResult = { readonly pdf: Uint8Array } | { readonly error: Pick<PdfError, 'code' | 'message' | 'characters'> };

const { typeface, signing } = workerData as ThreadData;
const certificates = signing?.chain.map((der) => new X509Certificate(der)) ?? [];
const [signer] = certificates;
const typeset = createTypesetter(
  readShared(typeface),
  signing === null || signer === undefined ? null : createStatementSigner({ key: signing.key, signer, chain: certificates }),
);

// Messages of other errors may quote the statement.
const errorOf = (error: unknown): ThreadResult => ({
  error:
    error instanceof PdfError
      ? { code: error.code, message: error.message, characters: error.characters }
      : { code: 'RENDER_FAILED', message: 'the statement was not typeset', characters: [] },
});

parentPort?.on('message', ({ content, at }: ThreadTask) => {
  const answer = (result: ThreadResult): void => parentPort?.postMessage(result);
  typeset(content, at).then(
    (pdf) => answer({ pdf: new Uint8Array(pdf) }),
    (error: unknown) => answer(errorOf(error)),
  );
});
parentPort?.postMessage('READY');
