import type { FileProblem } from '../../domain/roster/import-status.ts';

/** The file cannot be read as a spreadsheet, or not within its limits; nothing of its content is in the message. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';
  readonly code: FileProblem;

  constructor(code: FileProblem) {
    super(code);
    this.code = code;
  }
}
