import { join } from 'node:path';
import type { Components } from './components.ts';
import type { Settings } from './settings.ts';

type Environment = Record<string, string | undefined>;

/** The configuration of worker and API on this stack. What the person has set in the environment wins, except addresses. */
export function applicationEnvironment(settings: Settings, components: Components, own: Environment): Environment {
  const inherited = own;
  return {
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    MAIL_FROM: '毕业去向登记（样例） <no-reply@quxiang.example>',
    PUBLIC_URL: `http://127.0.0.1:${settings.HTTP_PORT}`,
    STATEMENT_ISSUER: '毕业去向登记样例服务',
    STATEMENT_ISSUER_EN: 'Sample Registration Service',
    STATEMENT_SOURCE_NOTE: '样例数据，不作任何证明。',
    STATEMENT_SOURCE_NOTE_EN: 'Sample data, proves nothing.',
    DEVELOPMENT_CLOCK: 'true',
    ...inherited,
    DATABASE_URL: components.database.url,
    // In development the API moves the record's clock, which the application's role may not.
    DATABASE_ADMIN_URL: components.database.adminUrl,
    TEMPORAL_ADDRESS: components.temporal.address,
    TEMPORAL_NAMESPACE: settings.TEMPORAL_NAMESPACE,
    TEMPORAL_UI_URL: components.temporal.uiUrl,
    SMTP_URL: components.mail.smtpUrl,
    OIDC_ISSUER: components.identity.issuer,
    OIDC_CLIENT_ID: settings.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: components.identity.clientSecret,
    OIDC_PROOFING_ACR: settings.OIDC_PROOFING_ACR,
    KEYS_FILE: inherited['KEYS_FILE'] ?? components.keysFile,
    STATEMENT_SIGNING_CERTIFICATE_FILE: inherited['STATEMENT_SIGNING_CERTIFICATE_FILE'] ?? components.signing.certificateFile,
    STATEMENT_SIGNING_KEY_FILE: inherited['STATEMENT_SIGNING_KEY_FILE'] ?? components.signing.keyFile,
    FILES_DIR: inherited['FILES_DIR'] ?? join(settings.QUXIANG_DATA_DIR, 'files'),
    HTTP_PORT: String(settings.HTTP_PORT),
    METRICS_PORT: String(settings.METRICS_PORT),
  };
}

/** Files through which the seed tells the provider and the summary whom it has made. */
export function seedFiles(settings: Settings, components: Components): { OIDC_ACCOUNTS_FILE: string; DEMONSTRATION_ACCOUNTS_FILE: string } {
  return {
    OIDC_ACCOUNTS_FILE: components.identity.accountsFile,
    DEMONSTRATION_ACCOUNTS_FILE: join(settings.QUXIANG_DATA_DIR, 'demonstration-accounts.json'),
  };
}
