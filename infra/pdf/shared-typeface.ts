import { Worker } from 'node:worker_threads';
import { typefaceOf, type Typeface } from './font.ts';

/** The font in memory that all threads of a process see. */
export interface SharedTypeface {
  readonly data: SharedArrayBuffer;
  readonly groupEnds: SharedArrayBuffer;
}

interface Loading {
  readonly typeface: Promise<SharedTypeface>;
  readonly common: Promise<SharedArrayBuffer>;
}
let loading: Loading | undefined;

/** Loads the font once per process, on a thread of its own: the second that it takes would hold up everything else, up to connections that time out. */
export const shareTypeface = (): Promise<SharedTypeface> => (loading ??= load()).typeface;

/** The same font with nothing but `commonCharacters`; comes a little later. */
export const shareCommonFace = (): Promise<SharedArrayBuffer> => (loading ??= load()).common;

function load(): Loading {
  const thread = new Worker(new URL('typeface-thread.ts', import.meta.url));
  const [typeface, common] = [Promise.withResolvers<SharedTypeface>(), Promise.withResolvers<SharedArrayBuffer>()];
  thread.once('message', (loaded: SharedTypeface) => {
    typeface.resolve(loaded);
    thread.once('message', common.resolve);
    // Nobody who ends meanwhile has to wait for the second.
    thread.unref();
  });
  const fail = (error: unknown): void => {
    typeface.reject(error);
    common.reject(error);
  };
  thread.once('error', fail).once('exit', () => fail(new Error('the font was not loaded')));
  // Who asks next after a failure begins anew.
  for (const { promise } of [typeface, common])
    promise.catch(() => {
      loading = undefined;
    });
  return { typeface: typeface.promise, common: common.promise };
}

/** The same as a typeface, without a copy. */
export const readShared = ({ data, groupEnds }: SharedTypeface): Typeface => typefaceOf(Buffer.from(data), Buffer.from(groupEnds));
