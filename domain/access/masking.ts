const hidden = (length: number): string => '*'.repeat(Math.max(length, 1));

/** The number of an identity document with its middle hidden: enough to recognise one's own, too little to use (F7). */
export function maskIdentityNumber(number: string): string {
  if (number.length < 6) return hidden(number.length);
  const [head, tail] = number.length >= 15 ? [6, 4] : [2, 2];
  return number.slice(0, head) + hidden(number.length - head - tail) + number.slice(-tail);
}

/** A telephone number with its middle hidden. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? hidden(phone.length) : phone.slice(0, 3) + hidden(phone.length - 7) + phone.slice(-4);
}

/** A mail address of which the first letter and the host are shown. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? hidden(email.length) : `${email.slice(0, 1)}***${email.slice(at)}`;
}
