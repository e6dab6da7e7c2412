/** An environment with every required variable, made up. */
export const completeEnvironment: Readonly<Record<string, string>> = {
  NODE_ENV: 'development',
  DATABASE_URL: 'postgresql://quxiang_app:secret-a@127.0.0.1:5432/quxiang',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  TEMPORAL_UI_URL: 'http://127.0.0.1:8233/',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_FROM: '毕业去向登记 <no-reply@example.test>',
  OIDC_ISSUER: 'http://127.0.0.1:9000',
  OIDC_CLIENT_ID: 'quxiang',
  OIDC_CLIENT_SECRET: 'secret-b',
  PUBLIC_URL: 'http://127.0.0.1:3000/',
  KEYS_FILE: '/run/secrets/keys.json',
  FILES_DIR: '/var/lib/quxiang/files',
  STATEMENT_ISSUER: 'Sample Registration Service',
  STATEMENT_SIGNING_CERTIFICATE_FILE: '/run/secrets/signing-certificate.pem',
  STATEMENT_SOURCE_NOTE: 'Sample data only',
};
