/** Codes of a database that is away, starting, stopping or full, and of an identity provider that does not answer. */
const codes: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'OAUTH_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Errors without a code, by the fixed words of the pool. */
const messages: readonly string[] = [
  'timeout exceeded when trying to connect',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
];

/** True when something we rest on is away and the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && codes.includes(code)) return true;
  if (messages.includes(error.message)) return true;
  return error instanceof AggregateError ? error.errors.some(isUnavailable) : isUnavailable(error.cause);
}
