import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { hasErrorCode } from './error-code.ts';
import { refuse, type EvidenceInspection } from './evidence-result.ts';
import { cutPdf, type PdfStream } from './pdf-segments.ts';

const inflateBytes = promisify(inflate);

/** Streams may unfold to this much each and in all; a scan of a contract stays far below, a bomb does not. */
const streamLimitBytes = 64 * 1024 * 1024;
const totalLimitBytes = 256 * 1024 * 1024;
const streamCountLimit = 20_000;

const zipCommentLimitBytes = 22 + 65_535;

/** What a paper cannot do. The names are long enough not to turn up by chance in the bytes of a picture. */
const activeContent = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)(?![A-Za-z0-9])/;

/** Why a PDF is not taken, as a fixed word; undefined if it is sound. */
type Fault = string | undefined;

/**
 * Structure of a PDF: begins and ends as one, points to its cross-reference, has a page, is not encrypted, holds
 * nothing that acts or is attached, and does not unfold beyond reason. The file itself is not changed.
 */
export const inspectPdf = async (bytes: Uint8Array): Promise<EvidenceInspection> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString('latin1');
  const fault = outerFault(text) ?? (await innerFault(file, text));
  return fault === undefined ? { outcome: 'ACCEPTED', type: 'application/pdf', bytes } : refuse('PDF_UNREADABLE', fault);
};

const outerFault = (text: string): Fault => {
  if (!/^%PDF-[12]\.\d/.test(text)) return 'no header';
  const end = text.lastIndexOf('%%EOF');
  if (end < 0) return 'no end';
  // Another format behind the end (a polyglot) would reach the reviewer's machine under our name.
  if (!/^[\s\0]*$/.test(text.slice(end + 5))) return 'trailing data';
  // The directory of a ZIP archive may hide in front of the end, with the end as its comment.
  if (text.slice(-zipCommentLimitBytes).includes('PK\x05\x06')) return 'archive inside';
  const start = /startxref\s+(\d+)\s*$/.exec(text.slice(Math.max(0, end - 64), end))?.[1];
  const target = start === undefined ? '' : text.slice(Number(start), Number(start) + 64);
  return /^\s*(?:xref\s|\d+\s+\d+\s+obj)/.test(target) ? undefined : 'no cross-reference';
};

const innerFault = async (file: Buffer, text: string): Promise<Fault> => {
  // Searched in the whole file, because a false "stream" in a string could hide an object from the cut below.
  if (activeContent.test(decodeNames(text))) return 'active content';
  const { streams, rest } = cutPdf(text);
  if (streams.length > streamCountLimit) return 'bomb';
  const objects = [...streams.map(({ before }) => before), rest];
  let total = 0;
  for (const stream of streams) {
    const unfolded = await unfold(file, stream);
    if (typeof unfolded === 'string') return unfolded;
    total += unfolded.length;
    if (total > totalLimitBytes) return 'bomb';
    if (holdsObjects(stream)) objects.push(unfolded.toString('latin1'));
  }
  const names = decodeNames(objects.join('\n'));
  if (/\/Encrypt(?![A-Za-z])/.test(names)) return 'encrypted';
  if (activeContent.test(names) || /\/XFA(?![A-Za-z])/.test(names)) return 'active content';
  return /\/Type\s*\/Page(?![A-Za-z])/.test(names) ? undefined : 'no page';
};

const dictionaryOf = ({ before }: PdfStream): string => decodeNames(before.slice(before.lastIndexOf('obj')));
const holdsObjects = (stream: PdfStream): boolean => /\/ObjStm(?![A-Za-z])/.test(dictionaryOf(stream));

/** The bytes of a deflated stream, none for another kind of stream, or the fault. */
const unfold = async (file: Buffer, stream: PdfStream): Promise<Buffer | string> => {
  if (!/\/(?:FlateDecode|Fl)(?![A-Za-z])/.test(dictionaryOf(stream))) {
    return holdsObjects(stream) ? 'object stream in the clear' : Buffer.alloc(0);
  }
  try {
    return await inflateBytes(file.subarray(stream.start, stream.end), { maxOutputLength: streamLimitBytes });
  } catch (error) {
    if (hasErrorCode(error, 'ERR_BUFFER_TOO_LARGE')) return 'bomb';
    // A damaged picture stays a damaged picture; damaged objects cannot be judged.
    return holdsObjects(stream) ? 'broken object stream' : Buffer.alloc(0);
  }
};

// A name may be written with #xx for any of its characters, which would hide it from a plain search.
const decodeNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
