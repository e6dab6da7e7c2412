import { createPublicKey } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/** A public key as JWK (RFC 8037): Ed25519. */
export interface PublishedKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

/** What others check our signatures with; the key id begins with the purpose, so that no key serves another. */
const purposes = { receipt: 'receiptSigning', audit: 'auditSigning' } as const satisfies Record<string, keyof Keyring>;

export type PublishedPurpose = keyof typeof purposes;

export const publishedKeyId = (purpose: PublishedPurpose, id: string): string => `${purpose}-${id}`;

/** Every key that ever signed and is still in the keyring. */
export function publishedKeysOf(keyring: Keyring): PublishedKey[] {
  return (Object.keys(purposes) as PublishedPurpose[]).flatMap((purpose) =>
    [...keyring[purposes[purpose]].keys].map(([id, key]): PublishedKey => {
      const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
      return { kty: 'OKP', crv: 'Ed25519', x, kid: publishedKeyId(purpose, id), use: 'sig', alg: 'EdDSA' };
    }),
  );
}
