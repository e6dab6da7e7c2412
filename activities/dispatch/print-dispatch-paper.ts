import { ApplicationFailure } from '@temporalio/common';
import type { DispatchPaperInput } from '../../domain/dispatch/messages.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { findPaper } from '../../infra/dispatch/find-paper.ts';
import { PdfError } from '../../infra/pdf/pdf-error.ts';
import type { ActivityDependencies } from '../dependencies.ts';

type PaperPrinting = Pick<ActivityDependencies, 'pool' | 'cipher' | 'printing'>;

/** Prints and stores one paper under its content key; equal content is printed once. */
export async function printDispatchPaper({ pool, cipher, printing }: PaperPrinting, reference: DispatchPaperInput): Promise<string> {
  const { statements: { seals, offlineSigning, settings }, files, contentKey, renderPaper } = printing;
  try {
    const content = await findPaper({ pool, cipher, seals, offlineSigning, settings }, reference);
    const key = contentKey('dispatch-paper-1', content);
    if (!(await files.get(key))) await files.put(key, await renderPaper(content));
    return key;
  } catch (error) {
    if (error instanceof RefusalError) throw ApplicationFailure.nonRetryable(error.code, error.code);
    // Printed again it would be the same.
    if (error instanceof PdfError && (error.code === 'GLYPH_MISSING' || error.code === 'CONTENT_TOO_LONG')) throw ApplicationFailure.nonRetryable(error.code, error.code);
    throw error;
  }
}
