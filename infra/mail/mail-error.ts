/** TRANSIENT: try again later. PERMANENT: this mail will never be taken (an address that does not exist). */
export type MailErrorKind = 'TRANSIENT' | 'PERMANENT';

/** A mail that was not taken; neither address nor the server's words are in it, because those quote addresses. */
export class MailError extends Error {
  override readonly name = 'MailError';
  readonly kind: MailErrorKind;
  /** The SMTP reply (550) or the kind of failure (ECONNECTION), for the log and the failure column. */
  readonly code: string;

  constructor(kind: MailErrorKind, code: string) {
    super(`the mail server did not take the mail (${kind}, ${code})`);
    this.kind = kind;
    this.code = code;
  }
}

const property = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/**
 * Sorts a failure of the transport. Only a 5xx answer to the recipient or the content is about this mail; one to
 * sign-in or sender is about our configuration, and giving up would lose every mail until somebody notices.
 */
export const mailErrorOf = (error: unknown): MailError => {
  const code = property(error, 'code');
  const reply = property(error, 'responseCode');
  const named = typeof code === 'string' && /^[A-Z]{2,20}$/.test(code) ? code : 'UNKNOWN';
  if (typeof reply !== 'number') {
    // Refused before anything was sent: there is no usable recipient.
    return new MailError(code === 'EENVELOPE' ? 'PERMANENT' : 'TRANSIENT', named);
  }
  const aboutThisMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && property(error, 'command') !== 'MAIL FROM');
  return new MailError(reply >= 500 && aboutThisMail ? 'PERMANENT' : 'TRANSIENT', String(reply));
};
