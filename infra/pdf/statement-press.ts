import type { StatementContent } from '../../domain/statements/statement-content.ts';
import type { SigningIdentity } from '../signing/signing-identity.ts';
import { createLimit } from './limit.ts';
import { PdfError } from './pdf-error.ts';
import { startThread, type PressThread } from './press-thread.ts';
import { shareTypeface } from './shared-typeface.ts';
import type { ThreadData } from './typeset-thread.ts';

/** Statements in large numbers, typeset on threads of their own. */
export interface StatementPress {
  /** One signed statement, as `RenderStatement` gives it. Throws PdfError; PRESS_ENDED when all threads broke down over others. */
  print(content: StatementContent, at: number): Promise<Uint8Array>;
  /**
   * Statements in the order of their contents, each as a PDF or the reason why not: one that cannot be printed never stops
   * the rest. Holds no more than a few at a time, however many there are.
   */
  printStatements(
    contents: Iterable<StatementContent> | AsyncIterable<StatementContent>,
    at: number,
  ): AsyncGenerator<Uint8Array | PdfError>;
  /** Ends the threads, and fails what they are at. */
  close(): Promise<void>;
}

interface PressOptions {
  readonly threads: number;
  /** Who signs; null for tests and benchmarks of unsigned ones. */
  readonly signing: SigningIdentity | null;
}

const aheadPerThread = 4;
/** Tasks that a thread has before it: the next one begins while the result of the last is on its way. */
const tasksAhead = 2;

/** Starts the threads, of about 100 MB each. */
export const createStatementPress = async ({ threads: count, signing }: PressOptions): Promise<StatementPress> => {
  const workerData: ThreadData = {
    typeface: await shareTypeface(),
    signing: signing && { key: signing.key, chain: signing.chain.map(({ raw }) => new Uint8Array(raw)) },
  };
  const threads = await Promise.all(Array.from({ length: count }, () => startThread(workerData)));
  const limit = createLimit(count * tasksAhead);

  const print: StatementPress['print'] = (content, at) =>
    limit(async () => {
      for (;;) {
        const thread = threads
          .filter(({ isGone }) => !isGone())
          .reduce<PressThread | undefined>((best, next) => (best && best.waiting() <= next.waiting() ? best : next), undefined);
        if (thread === undefined) throw new PdfError('PRESS_ENDED', 'the press has no thread left');
        const result = await thread.run({ content, at });
        if (result === 'NOT_BEGUN') continue;
        if ('pdf' in result) return result.pdf;
        throw new PdfError(result.error.code, result.error.message, result.error.characters);
      }
    });
  const attempt = (content: StatementContent, at: number): Promise<Uint8Array | PdfError> =>
    print(content, at).catch((error: unknown) =>
      error instanceof PdfError ? error : new PdfError('RENDER_FAILED', 'the statement was not typeset'),
    );

  return {
    print,
    printStatements: async function* (contents, at) {
      const ahead: Promise<Uint8Array | PdfError>[] = [];
      for await (const content of contents) {
        ahead.push(attempt(content, at));
        const first = ahead.length > count * aheadPerThread ? ahead.shift() : undefined;
        if (first !== undefined) yield await first;
      }
      for (const rest of ahead) yield await rest;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
};
