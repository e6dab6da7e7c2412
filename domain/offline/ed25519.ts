import { ed25519 } from '@noble/curves/ed25519.js';
import type { VerifySignature } from './judge-statement.ts';

/** Ed25519 in pure code, as strict as RFC 8032: the browsers of many phones have none of their own. */
export const verifyEd25519: VerifySignature = (signature, message, publicKey) => {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};
