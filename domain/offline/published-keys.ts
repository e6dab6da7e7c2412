import { z } from 'zod';

/** A JSON Web Key Set of Ed25519 keys (RFC 7517, RFC 8037): what a reader pins or loads. */
export const PublishedKeys = z.object({
  keys: z.array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), use: z.literal('sig'), kid: z.string(), x: z.base64url().length(43) })),
});
export type PublishedKeys = z.infer<typeof PublishedKeys>;

/** Keys by id, 32 bytes each. */
export function keysOf({ keys }: PublishedKeys): Map<string, Uint8Array> {
  return new Map(keys.map(({ kid, x }) => [kid, Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))]));
}

/** Which lists there are; each is fetched by its id. */
export const PublishedLists = z.object({
  lists: z.array(z.object({ list: z.int(), issuedAt: z.int(), expiresAt: z.int() })),
  clockAheadMs: z.int().meta({ description: 'How far the clock of a development installation stands ahead, in milliseconds; 0 elsewhere' }),
});
export type PublishedLists = z.infer<typeof PublishedLists>;
