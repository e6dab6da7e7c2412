import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 over the canonical form of a value, as 64 hex digits: equal content gives equal digests anywhere. */
export const contentDigest = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
