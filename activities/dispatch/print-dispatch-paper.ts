import { ApplicationFailure } from '@temporalio/common';
import type { DispatchPaperInput } from '../../domain/dispatch/messages.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { findPaper } from '../../infra/dispatch/find-paper.ts';
import { PdfError } from '../../infra/pdf/pdf-error.ts';
import type { ActivityDependencies } from '../dependencies.ts';
import { keepPrint } from '../statements/keep-print.ts';

export type PaperPrinting = Pick<ActivityDependencies, 'pool' | 'cipher' | 'printing'>;

/** The key under which a paper is stored, printed now unless it has been before: equal content is printed once. Throws RefusalError, PdfError. */
export async function printPaperOnce({ pool, cipher, printing }: PaperPrinting, reference: DispatchPaperInput): Promise<string> {
  const {
    statements: { seals, offlineSigning, settings },
    contentKey,
    renderPaper,
  } = printing;
  const { graduateId, content } = await findPaper({ pool, cipher, seals, offlineSigning, settings }, reference);
  const key = contentKey('dispatch-paper-1', content);
  await keepPrint(printing, { key, print: () => renderPaper(content), graduateId });
  return key;
}

/** Prints and stores one paper for whoever waits for it. */
export async function printDispatchPaper(dependencies: PaperPrinting, reference: DispatchPaperInput): Promise<string> {
  try {
    return await printPaperOnce(dependencies, reference);
  } catch (error) {
    if (error instanceof RefusalError) throw ApplicationFailure.nonRetryable(error.code, error.code);
    // Printed again it would be the same.
    if (error instanceof PdfError && (error.code === 'GLYPH_MISSING' || error.code === 'CONTENT_TOO_LONG'))
      throw ApplicationFailure.nonRetryable(error.code, error.code);
    throw error;
  }
}
