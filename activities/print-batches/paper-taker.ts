import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { PdfError } from '../../infra/pdf/pdf-error.ts';
import type { StatementPress } from '../../infra/pdf/statement-press.ts';
import type { ItemOutcome, WaitingItem } from '../../infra/print-batches/item-store.ts';
import { findStatement } from '../../infra/statements/find-statement.ts';
import { statementKey } from '../../infra/statements/statement-key.ts';
import { printPaperOnce, type PaperPrinting } from '../dispatch/print-dispatch-paper.ts';
import { keepPrint } from '../statements/keep-print.ts';

/** Brings one paper after the other into the file store. */
export interface PaperTaker {
  /** Never throws for what is wrong with a paper. Throws when nothing can be printed at all. */
  print(item: WaitingItem): Promise<ItemOutcome>;
  close(): Promise<void>;
}

/** Statements from the press, which starts with the first that has not been printed before; papers of dispatches from the browser. */
export function createPaperTaker(dependencies: PaperPrinting): PaperTaker {
  const { printing } = dependencies;
  let starting: Promise<StatementPress> | undefined;
  const press = (): Promise<StatementPress> => (starting ??= printing.openPress());

  const printStatement = async ({ subjectId, graduateId }: WaitingItem): Promise<ItemOutcome> => {
    const { content } = await findStatement(printing.statements, { type: 'NUMBER', numberKind: 'TRANSFER', id: subjectId });
    if (content.transfer === null) return { status: 'SKIPPED', code: 'TRANSFER_SECTION_MISSING' };
    const key = statementKey(printing, content);
    await keepPrint(printing, { key, print: async (at) => (await press()).print(content, at), graduateId, transferNumberId: subjectId });
    return { status: 'PRINTED', fileKey: key };
  };

  return {
    print: async (item) => {
      try {
        const { paper, subjectId } = item;
        return paper === 'statement' ? await printStatement(item) : { status: 'PRINTED', fileKey: await printPaperOnce(dependencies, { dispatchId: subjectId, paper }) };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: async () => (await starting?.catch(() => undefined))?.close(),
  };
}

/** What went wrong with one paper. Throws on what has to do with none. */
function outcomeOf(error: unknown): ItemOutcome {
  // The number died between plan and print.
  if (error instanceof RefusalError) return { status: 'SKIPPED', code: error.code === 'GRANT_NOT_LIVE' ? 'TRANSFER_NUMBER_MISSING' : error.code };
  if (!(error instanceof PdfError)) throw error;
  switch (error.code) {
    case 'GLYPH_MISSING': return { status: 'SKIPPED', code: error.code, characters: error.characters };
    case 'CONTENT_TOO_LONG': return { status: 'SKIPPED', code: error.code };
    case 'RENDER_FAILED': return { status: 'FAILED' };
    case 'BROWSER_UNAVAILABLE': throw error;
  }
}
