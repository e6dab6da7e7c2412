/** An Ed25519 signature (RFC 8032) stands behind what it signs. */
export const signatureBytes = 64;

/** What a signature is for: a list can never pass for a statement, nor either for something else under the same key. */
export type SignedKind = 'statement' | 'status-list' | 'dispatch-receipt';

/** What is signed: the name of the format, a zero byte, and the body. */
export function signedMessage(kind: SignedKind, body: Uint8Array): Uint8Array {
  const name = new TextEncoder().encode(`quxiang-${kind}-v1\0`);
  const message = new Uint8Array(name.length + body.length);
  message.set(name);
  message.set(body, name.length);
  return message;
}

/** Body and signature; undefined when there are too few bytes for both. */
export function splitSigned(bytes: Uint8Array): { readonly body: Uint8Array; readonly signature: Uint8Array } | undefined {
  const end = bytes.length - signatureBytes;
  return end > 0 ? { body: bytes.subarray(0, end), signature: bytes.subarray(end) } : undefined;
}
