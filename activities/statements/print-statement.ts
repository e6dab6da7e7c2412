import type { X509Certificate } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { StatementReference } from '../../domain/statements/messages.ts';
import { PdfError } from '../../infra/pdf/pdf-error.ts';
import type { RenderPaper } from '../../infra/pdf/render-paper.ts';
import type { RenderStatement } from '../../infra/pdf/render-statement.ts';
import type { StatementPress } from '../../infra/pdf/statement-press.ts';
import { readClock } from '../../infra/record/clock.ts';
import type { StatementSigner } from '../../infra/signing/statement-signer.ts';
import { findStatement, type StatementSource } from '../../infra/statements/find-statement.ts';
import { statementKey } from '../../infra/statements/statement-key.ts';
import type { FileStore } from '../../infra/storage/file-store.ts';
import { keepPrint } from './keep-print.ts';

export interface PrintingDependencies {
  readonly statements: StatementSource;
  readonly render: RenderStatement;
  readonly renderPaper: RenderPaper;
  /** Starts the press for a batch; whoever does ends it. */
  readonly openPress: () => Promise<StatementPress>;
  readonly files: FileStore;
  readonly contentKey: (purpose: string, inputs: unknown) => string;
  readonly certificate: X509Certificate;
  /** Signs with it. */
  readonly signer: StatementSigner;
}

/** Prints and stores a statement under its content key; equal content is printed once. */
export async function printStatement(printing: PrintingDependencies, reference: StatementReference): Promise<string> {
  const { statements, render } = printing;
  try {
    const { content, graduateId } = await findStatement(statements, reference);
    const key = statementKey(printing, content);
    const numberId =
      reference.type === 'NUMBER' ? { [reference.numberKind === 'TRANSFER' ? 'transferNumberId' : 'grantId']: reference.id } : {};
    await keepPrint(printing, { key, print: async () => render(content, await readClock(statements.pool)), graduateId, ...numberId });
    return key;
  } catch (error) {
    if (error instanceof RefusalError) throw ApplicationFailure.nonRetryable(error.code, error.code);
    // The characters themselves stay out of the history; the API finds them again from the content.
    // Printed again it would be the same.
    if (error instanceof PdfError && (error.code === 'GLYPH_MISSING' || error.code === 'CONTENT_TOO_LONG'))
      throw ApplicationFailure.nonRetryable(error.code, error.code);
    throw error;
  }
}
