import { join, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../stack/project-root.ts';
import { StackError } from '../stack/stack-error.ts';

const port = (usual: number): z.ZodDefault<z.ZodCoercedNumber> => z.coerce.number().int().min(1).max(65_535).default(usual);
// Temporal keeps its ports in a two-byte column.
const temporalPort = (usual: number): z.ZodDefault<z.ZodCoercedNumber> => z.coerce.number().int().min(1).max(32_767).default(usual);

const Settings = z.object({
  QUXIANG_DATA_DIR: z.string().default(join(projectRoot, '.data')),
  HTTP_PORT: port(3000),
  METRICS_PORT: port(9464),
  WORKER_METRICS_PORT: port(9465),
  POSTGRES_PORT: port(25432),
  TEMPORAL_PORT: temporalPort(7233),
  TEMPORAL_UI_PORT: port(8233),
  SMTP_PORT: port(1025),
  MAIL_PORT: port(1080),
  OIDC_PORT: port(9000),

  DATABASE_URL: z.url().optional(),
  DATABASE_ADMIN_URL: z.url().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('quxiang'),
  TEMPORAL_UI_URL: z.url().optional(),
  TEMPORAL_RETENTION_DAYS: z.coerce.number().int().min(1).default(90),
  SMTP_URL: z.url().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().default('quxiang'),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_PROOFING_ACR: z.string().default('urn:quxiang:acr:proofed'),
});

/** What `npm start` may be told through the environment; everything has a usual value. */
export type Settings = z.infer<typeof Settings>;

/** Reads the settings. Throws a `StackError` that names the variables and shows no values. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`);
    throw new StackError(`These variables cannot be used:\n${problems.join('\n')}`, 'Correct them, or unset them to get the usual values.');
  }
  if (result.data.OIDC_ISSUER && !result.data.OIDC_CLIENT_SECRET) {
    throw new StackError(
      'OIDC_ISSUER is set, OIDC_CLIENT_SECRET is not.',
      'Set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET to what that provider has registered.',
    );
  }
  return { ...result.data, QUXIANG_DATA_DIR: resolve(result.data.QUXIANG_DATA_DIR) };
}
