/** Something the person at the keyboard can put right: what is wrong, and what to do about it. */
export class StackError extends Error {
  override readonly name = 'StackError';
  readonly advice: string;

  constructor(problem: string, advice: string, cause?: unknown) {
    super(problem, { cause });
    this.advice = advice;
  }
}
