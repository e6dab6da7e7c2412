import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { typefaceOf, type Typeface } from './font.ts';

/** The font in memory that all threads of a process see. */
export interface SharedTypeface { readonly data: SharedArrayBuffer; readonly groupEnds: SharedArrayBuffer }

let loading: Promise<SharedTypeface> | undefined;

/** Loads the font once per process, on a thread of its own: the second that it takes would hold up everything else, up to connections that time out. */
export const shareTypeface = (): Promise<SharedTypeface> => (loading ??= load().catch((error: unknown) => {
  loading = undefined;
  throw error;
}));

async function load(): Promise<SharedTypeface> {
  const thread = new Worker(new URL('typeface-thread.ts', import.meta.url));
  const [loaded] = await once(thread, 'message') as [SharedTypeface];
  await thread.terminate();
  return loaded;
}

/** The same as a typeface, without a copy. */
export const readShared = ({ data, groupEnds }: SharedTypeface): Typeface => typefaceOf(Buffer.from(data), Buffer.from(groupEnds));
