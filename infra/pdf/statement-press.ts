import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import type { SigningIdentity } from '../signing/signing-identity.ts';
import { createLimit } from './limit.ts';
import { PdfError } from './pdf-error.ts';
import type { ThreadData, ThreadResult, ThreadTask } from './typeset-thread.ts';

/** Statements in large numbers, typeset on threads of their own. */
export interface StatementPress {
  /** One signed statement, as `RenderStatement` gives it. Throws PdfError. */
  print(content: StatementContent, at: number): Promise<Uint8Array>;
  /**
   * Statements in the order of their contents, each as a PDF or the reason why not: one that cannot be printed never stops
   * the rest. Holds no more than a few at a time, however many there are.
   */
  printStatements(contents: Iterable<StatementContent> | AsyncIterable<StatementContent>, at: number): AsyncGenerator<Uint8Array | PdfError>;
  /** Ends the threads, and fails what they are at. */
  close(): Promise<void>;
}

interface PressOptions {
  readonly threads: number;
  /** Who signs; null for tests and benchmarks of unsigned ones. */
  readonly signing: SigningIdentity | null;
}

const aheadPerThread = 4;

/** Starts the threads; each holds the whole font and a compiler, about 100 MB. */
export const createStatementPress = async ({ threads, signing }: PressOptions): Promise<StatementPress> => {
  const workerData: ThreadData = { signing: signing && { key: signing.key, chain: signing.chain.map(({ raw }) => new Uint8Array(raw)) } };
  const idle = await Promise.all(Array.from({ length: threads }, async () => {
    const thread = new Worker(new URL('typeset-thread.ts', import.meta.url), { workerData });
    await once(thread, 'message');
    return thread;
  }));
  const all = [...idle];
  const limit = createLimit(threads);

  const runOn = (thread: Worker, task: ThreadTask): Promise<ThreadResult> => new Promise((resolve, reject) => {
    const stop = (): void => void thread.off('message', done).off('error', failed).off('exit', failed);
    const done = (result: ThreadResult): void => { stop(); resolve(result); };
    const failed = (): void => { stop(); reject(new PdfError('RENDER_FAILED', 'a thread of the press has ended')); };
    thread.on('message', done).on('error', failed).on('exit', failed);
    thread.postMessage(task);
  });

  const print: StatementPress['print'] = (content, at) => limit(async () => {
    const thread = idle.pop();
    if (thread === undefined) throw new PdfError('RENDER_FAILED', 'the press has no thread left');
    const result = await runOn(thread, { content, at });
    idle.push(thread);
    if ('pdf' in result) return result.pdf;
    throw new PdfError(result.error.code, result.error.message, result.error.characters);
  });
  const attempt = (content: StatementContent, at: number): Promise<Uint8Array | PdfError> =>
    print(content, at).catch((error: unknown) => (error instanceof PdfError ? error : new PdfError('RENDER_FAILED', 'the statement was not typeset')));

  return {
    print,
    printStatements: async function* (contents, at) {
      const ahead: Promise<Uint8Array | PdfError>[] = [];
      for await (const content of contents) {
        ahead.push(attempt(content, at));
        const first = ahead.length > threads * aheadPerThread ? ahead.shift() : undefined;
        if (first !== undefined) yield await first;
      }
      for (const rest of ahead) yield await rest;
    },
    close: async () => {
      await Promise.all(all.map((thread) => thread.terminate()));
    },
  };
};
