/** A JSON Web Key Set of Ed25519 keys (RFC 7517, RFC 8037): what a reader pins or loads. */
export interface PublishedKeys {
  readonly keys: readonly { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly use: 'sig'; readonly kid: string; readonly x: string }[];
}

/** Which lists there are; each is fetched by its id. Instants in milliseconds. */
export interface PublishedLists {
  readonly lists: readonly { readonly list: number; readonly issuedAt: number; readonly expiresAt: number }[];
  /** How far the clock of a development installation stands ahead; 0 elsewhere. */
  readonly clockAheadMs: number;
}

/** Keys by id, 32 bytes each. */
export function keysOf({ keys }: PublishedKeys): Map<string, Uint8Array> {
  return new Map(
    keys.map(({ kid, x }) => [
      kid,
      Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0)),
    ]),
  );
}
