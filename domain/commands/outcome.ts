import type { Refusal } from '../decision/decision.ts';

/** What a command came to; set in the transaction of its transition, so that every repeat gets the same answer. */
export interface StoredOutcome {
  readonly code: 'APPLIED' | Refusal['code'];
  readonly refusal?: Refusal;
  /** Ids of what it made, for the response; never a number or a text. */
  readonly ids?: Readonly<Record<string, string>>;
  readonly version: number;
}
