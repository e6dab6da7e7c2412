/** One stream of a PDF: the text of the objects before it, which ends in its dictionary, and where its bytes lie. */
export interface PdfStream {
  readonly before: string;
  readonly start: number;
  readonly end: number;
}

const streamPattern = />>\s{0,8}stream\r?\n/g;

/**
 * Cuts a PDF (read as latin1) into its streams and the text outside of them, in one pass: every byte is looked at once,
 * whatever an upload repeats. `rest` is what follows the last stream.
 */
export const cutPdf = (text: string): { readonly streams: readonly PdfStream[]; readonly rest: string } => {
  const streams: PdfStream[] = [];
  let position = 0;
  for (;;) {
    streamPattern.lastIndex = position;
    const match = streamPattern.exec(text);
    const start = match === null ? -1 : match.index + match[0].length;
    const end = match === null ? -1 : text.indexOf('endstream', start);
    if (match === null || end < 0) return { streams, rest: text.slice(position) };
    streams.push({ before: text.slice(position, match.index + 2), start, end });
    position = end + 'endstream'.length;
  }
};
