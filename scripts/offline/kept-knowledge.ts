import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfflineKnowledge } from '../../domain/offline/judge-statement.ts';
import { verifyEd25519 } from '../../domain/offline/ed25519.ts';
import { keysOf, type PublishedKeys, type PublishedLists } from '../../domain/offline/published-keys.ts';

const patienceMs = 5_000;

async function load(address: string): Promise<Response> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}

/** Loads keys and lists from an installation and keeps them in the folder, all or nothing. Rejects without a network. */
export async function updateKnowledge(from: string, folder: string): Promise<void> {
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const index = (await (await load(`${from}/api/offline/lists`)).json()) as PublishedLists;
  await writeFile(join(part, 'keys.json'), await (await load(`${from}/api/offline/keys`)).text());
  await writeFile(join(part, 'lists.json'), JSON.stringify(index));
  for (const { list } of index.lists)
    await writeFile(join(part, `${list}.list`), new Uint8Array(await (await load(`${from}/api/offline/lists/${list}`)).arrayBuffer()));
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
}

/** What is kept, with the clock of this computer; nothing is known when nothing was ever loaded. */
export async function readKnowledge(folder: string): Promise<OfflineKnowledge> {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes('keys.json')) return { keys: new Map(), lists: new Map(), now: Date.now(), verifySignature: verifyEd25519 };
  const read = async <T>(name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as T;
  const { clockAheadMs } = await read<PublishedLists>('lists.json');
  const lists = new Map<number, Uint8Array>();
  for (const name of names) if (name.endsWith('.list')) lists.set(Number.parseInt(name, 10), await readFile(join(folder, name)));
  return { keys: keysOf(await read<PublishedKeys>('keys.json')), lists, now: Date.now() + clockAheadMs, verifySignature: verifyEd25519 };
}
