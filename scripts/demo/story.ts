import { isDeepStrictEqual } from 'node:util';

/** A step that did not come out as the rules say. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
}

/** Prints what happens and fails loudly when it is not what the rules say. */
export class Story {
  readonly #uiUrl: string;
  #chapter = 0;

  constructor(uiUrl: string) {
    this.#uiUrl = uiUrl;
  }

  chapter(title: string): void {
    this.#chapter += 1;
    process.stdout.write(`\n${this.#chapter}. ${title}\n`);
  }

  tell(text: string, workflowId?: string): void {
    process.stdout.write(`   ✓ ${text}\n${workflowId === undefined ? '' : `     ${this.#uiUrl}/workflows/${workflowId}\n`}`);
  }

  expect(what: string, found: unknown, wanted: unknown): void {
    if (isDeepStrictEqual(found, wanted)) return;
    throw new StoryError(`${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
  }
}

/** Waits for something that another process does; an error with its name after `timeoutMs`. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>, timeoutMs = 60_000): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new StoryError(`${what}: nothing after ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
