import { startIdentityProvider } from '../stack/identity-provider.ts';
import { required } from './required.ts';
import { stopOnSignal } from './until-stopped.ts';

const provider = await startIdentityProvider({
  directory: required('OIDC_DIR'),
  host: '0.0.0.0',
  port: Number(required('OIDC_PORT')),
  issuer: required('OIDC_ISSUER'),
  accountsFile: required('OIDC_ACCOUNTS_FILE'),
  clientId: required('OIDC_CLIENT_ID'),
  clientSecret: required('OIDC_CLIENT_SECRET'),
  proofingAcr: required('OIDC_PROOFING_ACR'),
  publicUrl: required('PUBLIC_URL'),
});
stopOnSignal(() => provider.stop());
process.stdout.write('The OpenID provider is up. It knows sample people only.\n');
