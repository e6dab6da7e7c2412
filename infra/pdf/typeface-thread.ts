import { parentPort } from 'node:worker_threads';
import { loadTypeface } from './font.ts';
import type { SharedTypeface } from './shared-typeface.ts';

const shared = (bytes: Buffer): SharedArrayBuffer => {
  const memory = new SharedArrayBuffer(bytes.length);
  Buffer.from(memory).set(bytes);
  return memory;
};

const { data, groupEnds } = await loadTypeface();
parentPort?.postMessage({ data: shared(data), groupEnds: shared(groupEnds) } satisfies SharedTypeface);
