import { SaxesParser } from 'saxes';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { unpackPart } from './unpack-part.ts';
import type { ZipPart } from './zip-directory.ts';

/** What a reader of a part is told; names without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** One value or tag is never larger: a part that is all one text would be gathered in memory before anybody hears of it. */
const silentBytes = 4 * 1024 * 1024;

const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/**
 * Tells a listener what stands in a part, and yields after each piece of it. A character may be cut in two where one piece ends and the
 * next begins, so that the bytes are decoded as one stream. Throws SpreadsheetError.
 */
export async function* readXml(part: ZipPart, maxBytes: number, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let silent = 0;
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    listener.open(localName(name), attributes);
  });
  parser.on('text', (text) => {
    silent = 0;
    listener.text(text);
  });
  parser.on('closetag', ({ name }) => {
    silent = 0;
    listener.close(localName(name));
  });
  parser.on('error', () => {
    throw new SpreadsheetError('NOT_A_SPREADSHEET');
  });
  for await (const piece of unpackPart(part, maxBytes)) {
    silent += piece.length;
    if (silent > silentBytes) throw new SpreadsheetError('CONTENT_TOO_LARGE');
    parser.write(decoded(() => decoder.decode(piece, { stream: true })));
    yield;
  }
  parser.write(decoded(() => decoder.decode())).close();
  yield;
}

/** Programs write UTF-8; what is none is broken, and the parser's words for it may quote a cell. */
function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new SpreadsheetError('NOT_A_SPREADSHEET');
  }
}
