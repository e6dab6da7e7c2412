/** What went wrong when something sealed was opened; neither text nor key is in the message. */
export class SealedError extends Error {
  override readonly name = 'SealedError';
  readonly code: 'KEY_UNKNOWN' | 'SEAL_BROKEN';

  constructor(code: 'KEY_UNKNOWN' | 'SEAL_BROKEN') {
    super(code === 'KEY_UNKNOWN' ? 'sealed with a key that is not in the keyring' : 'the seal does not fit its content or its place');
    this.code = code;
  }
}
