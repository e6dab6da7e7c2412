/** Why a statement could not be printed. The first two are about its content and do not go away by trying again; PRESS_ENDED has nothing to do with it. */
export type PdfErrorCode = 'GLYPH_MISSING' | 'CONTENT_TOO_LONG' | 'BROWSER_UNAVAILABLE' | 'RENDER_FAILED' | 'PRESS_ENDED';

/** A statement that could not be printed; the message holds no text of the statement. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly code: PdfErrorCode;
  /** For GLYPH_MISSING: the characters that the font lacks, each once. */
  readonly characters: readonly string[];

  constructor(code: PdfErrorCode, message: string, characters: readonly string[] = []) {
    super(message);
    this.code = code;
    this.characters = characters;
  }
}
