import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { StatementRendering } from '../../domain/statements/rendering.ts';
import { gather } from '../../infra/database/gather.ts';
import { createLimit } from '../../infra/pdf/limit.ts';
import { PdfError } from '../../infra/pdf/pdf-error.ts';
import type { StatementPress } from '../../infra/pdf/statement-press.ts';
import type { ItemOutcome, WaitingItem } from '../../infra/print-batches/item-store.ts';
import { findTransferStatements, type FoundStatements } from '../../infra/statements/find-statement.ts';
import { statementKey } from '../../infra/statements/statement-key.ts';
import { printPaperOnce, type PaperPrinting } from '../dispatch/print-dispatch-paper.ts';
import { rememberPrints, storePrint, type PrintRow } from '../statements/keep-print.ts';

/** Brings papers into the file store. */
export interface PaperTaker {
  /** The outcome of each. Never throws for what is wrong with a paper; throws when nothing can be printed at all. */
  print(items: readonly WaitingItem[], done: (item: WaitingItem) => void): Promise<(readonly [WaitingItem, ItemOutcome])[]>;
  close(): Promise<void>;
}

/** Enough to keep the threads of the press fed while others are stored; few papers in memory. */
const statementsAtOnce = 16;
/** The browser has two pages; each paper reads its own rows. */
const papersAtOnce = 3;
const rowsAtOnce = 100;

/** Statements from the press, in any rendering, which starts with the first that has not been printed before; papers of dispatches from the browser. */
export function createPaperTaker(dependencies: PaperPrinting, rendering: StatementRendering): PaperTaker {
  const { printing } = dependencies;
  const { statements, files } = printing;
  let starting: Promise<StatementPress> | undefined;
  const press = (): Promise<StatementPress> => (starting ??= printing.openPress());
  const remember = gather<PrintRow, void>(
    async (rows) => {
      await rememberPrints(statements.pool, rows);
      return [];
    },
    { lanes: 1, most: rowsAtOnce },
  );
  const [statementLimit, paperLimit] = [createLimit(statementsAtOnce), createLimit(papersAtOnce)];

  const printStatement = async (transferNumberId: string, found: FoundStatements): Promise<ItemOutcome> => {
    const compose = found.get(transferNumberId);
    if (!compose) throw new RefusalError('NOT_FOUND');
    const { content, graduateId, now } = compose();
    if (content.transfer === null) return { status: 'SKIPPED', code: 'TRANSFER_SECTION_MISSING' };
    const key = statementKey(printing, content);
    await remember(await storePrint(files, { key, print: async () => (await press()).print(content, now), graduateId, transferNumberId }));
    return { status: 'PRINTED', fileKey: key };
  };
  const print = (item: WaitingItem, found: FoundStatements): Promise<ItemOutcome> => {
    const { paper, subjectId } = item;
    if (paper === 'statement') return statementLimit(() => printStatement(subjectId, found));
    return paperLimit(async () => ({ status: 'PRINTED', fileKey: await printPaperOnce(dependencies, { dispatchId: subjectId, paper }) }));
  };

  return {
    print: async (items, done) => {
      const numbers = items.filter(({ paper }) => paper === 'statement').map(({ subjectId }) => subjectId);
      const found: FoundStatements = numbers.length === 0 ? new Map() : await findTransferStatements(statements, numbers, rendering);
      const taken = await Promise.allSettled(
        items.map(async (item) => {
          const outcome = await print(item, found).catch(outcomeOf);
          done(item);
          return [item, outcome] as const;
        }),
      );
      // After the others: none may ask for a press that is closed already.
      return taken.map((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
    },
    close: async () => (await starting?.catch(() => undefined))?.close(),
  };
}

/** What went wrong with one paper. Throws on what has to do with none. */
function outcomeOf(error: unknown): ItemOutcome {
  // The number died between plan and print.
  if (error instanceof RefusalError)
    return { status: 'SKIPPED', code: error.code === 'GRANT_NOT_LIVE' ? 'TRANSFER_NUMBER_MISSING' : error.code };
  if (!(error instanceof PdfError)) throw error;
  switch (error.code) {
    case 'GLYPH_MISSING':
      return { status: 'SKIPPED', code: error.code, characters: error.characters };
    case 'CONTENT_TOO_LONG':
      return { status: 'SKIPPED', code: error.code };
    case 'RENDER_FAILED':
      return { status: 'FAILED' };
    case 'PRESS_ENDED':
      return { status: 'NOT_BEGUN' };
    case 'BROWSER_UNAVAILABLE':
      throw error;
  }
}
