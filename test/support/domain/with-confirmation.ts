import type { ConfirmationStatus } from '../../../domain/confirmation/status.ts';
import type { PaperRecord } from './paper-record.ts';

/** Puts the confirmation into a status, numbers untouched, so that a table can be walked row by row. */
export function withConfirmation(paper: PaperRecord, status: ConfirmationStatus): PaperRecord {
  paper.state = { ...paper.state, confirmation: { status, changedAt: paper.now } };
  return paper;
}
