import { keysOf, type PublishedKeys, type PublishedLists } from '../../domain/offline/published-keys.ts';

/** What this device has kept since it last had a network. */
export interface Kept {
  readonly keys: Map<string, Uint8Array>;
  readonly lists: Map<number, Uint8Array>;
  /** Newest and oldest of the lists, in milliseconds; null when there is none. */
  readonly oldestList: number | null;
  readonly clockAheadMs: number;
}

const storeName = 'quxiang-offline-knowledge';
const keysAddress = '/api/offline/keys';
const listsAddress = '/api/offline/lists';
const listAddress = (list: number): string => `${listsAddress}/${list}`;

/** Loads keys and lists and keeps them; rejects without a network, and what is kept stays. */
export async function updateKnowledge(): Promise<void> {
  const store = await caches.open(storeName);
  const before = await indexOf(store);
  const [keys, index] = await Promise.all([load(keysAddress), load(listsAddress)]);
  const { lists } = (await index.clone().json()) as PublishedLists;
  for (const { list, issuedAt } of lists) {
    const known = before?.lists.some((kept) => kept.list === list && kept.issuedAt === issuedAt) ?? false;
    if (!known || !(await store.match(listAddress(list)))) await store.put(listAddress(list), await load(listAddress(list)));
  }
  // The index last: what it names is there.
  await store.put(keysAddress, keys);
  await store.put(listsAddress, index);
  for (const { list } of before?.lists ?? []) if (!lists.some((kept) => kept.list === list)) await store.delete(listAddress(list));
}

/** What is kept; undefined on a device that has never been online with this page. */
export async function readKnowledge(): Promise<Kept | undefined> {
  const store = await caches.open(storeName);
  const [index, keys] = [await indexOf(store), await store.match(keysAddress)];
  if (!index || !keys) return undefined;
  const lists = new Map<number, Uint8Array>();
  for (const { list } of index.lists) {
    const kept = await store.match(listAddress(list));
    if (kept) lists.set(list, new Uint8Array(await kept.arrayBuffer()));
  }
  const oldestList = index.lists.length === 0 ? null : Math.min(...index.lists.map(({ issuedAt }) => issuedAt));
  return { keys: keysOf((await keys.json()) as PublishedKeys), lists, oldestList, clockAheadMs: index.clockAheadMs };
}

async function indexOf(store: Cache): Promise<PublishedLists | undefined> {
  return (await store.match(listsAddress))?.json() as Promise<PublishedLists | undefined>;
}

async function load(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
