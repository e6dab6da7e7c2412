import { parentPort } from 'node:worker_threads';
import subsetFont from 'subset-font';
import { commonCharacters } from './common-characters.ts';
import { loadTypeface, subsetting } from './font.ts';
import type { SharedTypeface } from './shared-typeface.ts';

const shared = (bytes: Buffer): SharedArrayBuffer => {
  const memory = new SharedArrayBuffer(bytes.length);
  Buffer.from(memory).set(bytes);
  return memory;
};

const { data, groupEnds } = await loadTypeface();
parentPort?.postMessage({ data: shared(data), groupEnds: shared(groupEnds) } satisfies SharedTypeface);
parentPort?.postMessage(shared(await subsetFont(data, commonCharacters, subsetting)));
