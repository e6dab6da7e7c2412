/** Whether an error of Node carries a code. Not by class: in a test runner it belongs to another realm. */
export const hasErrorCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** For the failure of a call: a value where there is no such file; whatever else went wrong is thrown on. */
export const ifGone =
  <T>(value: T) =>
  (error: unknown): T => {
    if (hasErrorCode(error, 'ENOENT')) return value;
    throw error;
  };
