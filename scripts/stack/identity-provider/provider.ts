import { Provider, interactionPolicy, type Configuration } from 'oidc-provider';
import { claimsOf, readAccounts } from './accounts.ts';
import type { loadProviderKeys } from './keys.ts';
import { MemoryAdapter } from './memory-adapter.ts';
import { renderErrorPage } from './pages.ts';

export interface ProviderOptions {
  issuer: string;
  clientId: string;
  clientSecret: string;
  proofingAcr: string;
  accountsFile: string;
  /** Addresses that may receive an answer, beside those of this machine. */
  publicUrl: string;
  keys: Awaited<ReturnType<typeof loadProviderKeys>>;
}

const { Check, Prompt, base } = interactionPolicy;

/** Names of the steps a person may be asked to take. */
export const loginPrompt = 'login';
export const proofingPrompt = 'proofing';

/** An OpenID provider with the claims and the step-up that the real one would have. */
export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.issuer, configurationOf(options));
  // Which port an API of a test listens on is not known beforehand; this provider knows sample people only.
  provider.Client.prototype.redirectUriAllowed = function redirectUriAllowed(uri: string): boolean {
    if (!URL.canParse(uri)) return false;
    const { hostname, origin } = new URL(uri);
    return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) || origin === new URL(options.publicUrl).origin;
  };
  return provider;
}

function configurationOf({ accountsFile, clientId, clientSecret, proofingAcr, publicUrl, keys }: ProviderOptions): Configuration {
  return {
    adapter: MemoryAdapter,
    jwks: keys.jwks,
    cookies: { keys: keys.cookieKeys },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${new URL(publicUrl).origin}/`],
        post_logout_redirect_uris: [publicUrl],
        require_auth_time: true,
      },
    ],
    acrValues: [proofingAcr],
    scopes: ['openid', 'profile', 'identity', 'phone', 'email'],
    claims: {
      profile: ['name'],
      identity: ['identity_document_type', 'identity_document_number'],
      phone: ['phone_number'],
      email: ['email'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: policyWithProofing(proofingAcr), url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { Session: 8 * 3_600, Grant: 8 * 3_600, Interaction: 900, AccessToken: 900, IdToken: 900 },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'html';
      context.body = renderErrorPage(`${error}: ${description ?? ''}`);
    },
    findAccount: async (_context, sub) => {
      const account = (await readAccounts(accountsFile)).find((candidate) => candidate.sub === sub);
      return account && { accountId: sub, claims: () => claimsOf(account) };
    },
    // The one client is the project's own: nobody is asked whether it may know the name.
    loadExistingGrant: async (context) => {
      const { provider, client, session, params } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(parameterOf(params, 'scope'));
      await grant.save();
      return grant;
    },
  };
}

// Each request for the proofing acr is a new act: an old one in the session does not count.
function policyWithProofing(proofingAcr: string): ReturnType<typeof base> {
  const policy = base();
  const check = new Check('proofing_requested', 'Identity proofing is required', (context) => {
    const wanted = parameterOf(context.oidc.params, 'acr_values').split(' ').includes(proofingAcr);
    const done = context.oidc.result?.login?.acr === proofingAcr;
    return wanted && !done ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  policy.add(new Prompt({ name: proofingPrompt, requestable: false }, check), 1);
  return policy;
}

function parameterOf(parameters: Readonly<Record<string, unknown>> | undefined, name: string): string {
  const value = parameters?.[name];
  return typeof value === 'string' ? value : '';
}
