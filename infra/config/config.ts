import { z } from 'zod';
import { variables } from './variables.ts';

const Environment = z.object(variables).superRefine((env, context) => {
  if (env.NODE_ENV !== 'production') return;
  const refuse = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if (env.DEVELOPMENT_CLOCK) refuse('DEVELOPMENT_CLOCK', 'must not be set in production');
  if (!env.PUBLIC_URL.startsWith('https://')) refuse('PUBLIC_URL', 'must begin with https:// in production');
  if (!env.OIDC_ISSUER.startsWith('https://')) refuse('OIDC_ISSUER', 'must begin with https:// in production');
});

/** The whole configuration, grouped by what uses it. */
export const Config = Environment.transform((env) => ({
  environment: env.NODE_ENV,
  log: { level: env.LOG_LEVEL },
  database: { url: env.DATABASE_URL, adminUrl: env.DATABASE_ADMIN_URL },
  temporal: {
    address: env.TEMPORAL_ADDRESS,
    namespace: env.TEMPORAL_NAMESPACE,
    uiUrl: withoutTrailingSlash(env.TEMPORAL_UI_URL),
    taskQueue: env.TASK_QUEUE,
    workflowCacheSize: env.WORKFLOW_CACHE_SIZE,
    release: env.WORKER_RELEASE,
  },
  mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
  identity: {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    proofingAcr: env.OIDC_PROOFING_ACR,
  },
  http: {
    publicUrl: withoutTrailingSlash(env.PUBLIC_URL),
    host: env.HTTP_HOST,
    port: env.HTTP_PORT,
    trustedProxies: env.TRUSTED_PROXIES,
  },
  verification: { limits: env.VERIFICATION_LIMITS, placeHeader: env.PLACE_HEADER },
  metrics: { port: env.METRICS_PORT },
  keys: { file: env.KEYS_FILE },
  files: { directory: env.FILES_DIR },
  browser: { executablePath: env.PUPPETEER_EXECUTABLE_PATH },
  press: { threads: env.PRESS_THREADS },
  statement: {
    issuer: { zh: env.STATEMENT_ISSUER, en: env.STATEMENT_ISSUER_EN ?? env.STATEMENT_ISSUER },
    sourceNote: { zh: env.STATEMENT_SOURCE_NOTE, en: env.STATEMENT_SOURCE_NOTE_EN ?? env.STATEMENT_SOURCE_NOTE },
    specimen: env.STATEMENT_SPECIMEN,
  },
  signing: {
    certificateFile: env.STATEMENT_SIGNING_CERTIFICATE_FILE,
    keyFile: env.STATEMENT_SIGNING_KEY_FILE,
    passphrase: env.STATEMENT_SIGNING_PASSPHRASE,
  },
  clock: { development: env.DEVELOPMENT_CLOCK },
  shutdown: { graceSeconds: env.SHUTDOWN_GRACE_SECONDS },
  staff: {
    secondFactor: env.STAFF_SECOND_FACTOR ?? (env.NODE_ENV === 'production' ? 'required' : 'optional'),
    revealsPerHour: env.REVEALS_PER_HOUR,
  },
}));
export type Config = z.output<typeof Config>;

/** Thrown by `readConfig`; names every bad variable and never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly variables: readonly string[];

  constructor(problems: readonly { variable: string; problem: string }[]) {
    const lines = problems.map(({ variable, problem }) => `  ${variable}: ${problem}`);
    super(`The configuration cannot be used:\n${lines.join('\n')}`);
    this.variables = problems.map(({ variable }) => variable);
  }
}

/** Reads the configuration from environment variables (empty ones count as absent). Throws `ConfigError`. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = Config.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const variable = String(issue.path[0]);
      return { variable, problem: variable in given ? issue.message : 'is missing' };
    }),
  );
}

function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
