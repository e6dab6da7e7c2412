/** Whether an error of Node carries a code. Not by class: in a test runner it belongs to another realm. */
export const hasErrorCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
