import type { PublishedKeys } from '../../domain/offline/published-keys.ts';
import type { KeySet } from '../crypto/keyring.ts';
import { publicKeyOf } from './sign-document.ts';

/** Every key of the set, so that paper printed before a rotation is still read. */
export function publishedKeys(set: KeySet): PublishedKeys {
  return {
    keys: [...set.keys].map(([kid, key]) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      kid,
      x: publicKeyOf(key).export({ format: 'jwk' }).x ?? '',
    })),
  };
}
