import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  expiresAt: number;
}

/** Keeps the provider's state in memory: a restart signs everybody out at the provider, which development can bear. */
export class MemoryAdapter implements Adapter {
  readonly #entries = new Map<string, Entry>();

  upsert(id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> {
    const now = Date.now();
    for (const [key, { expiresAt }] of this.#entries) if (expiresAt <= now) this.#entries.delete(key);
    this.#entries.set(id, { payload, expiresAt: expiresInSeconds === undefined ? Infinity : now + expiresInSeconds * 1_000 });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    return Promise.resolve(entry && entry.expiresAt > Date.now() ? entry.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#payloads().find((payload) => payload.uid === uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#payloads().find((payload) => payload.userCode === userCode));
  }

  consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry) entry.payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1_000) };
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#entries.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(key);
    return Promise.resolve();
  }

  #payloads(): AdapterPayload[] {
    return [...this.#entries.values()].map(({ payload }) => payload);
  }
}
