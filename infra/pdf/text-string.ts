/** A text in a dictionary, in UTF-16: any character, and nothing in it looks like a reference. */
export const textString = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
