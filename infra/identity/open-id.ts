import * as client from 'openid-client';
import { z } from 'zod';
import { IdentityDocumentType } from '../../domain/codes/identity-document-type.ts';

/** What a sign-in is begun with and must come back to; it travels sealed in a cookie of the browser. */
export const SignInFlow = z.strictObject({
  purpose: z.enum(['SIGN_IN', 'PROOFING']),
  state: z.string().min(20),
  nonce: z.string().min(20),
  verifier: z.string().min(43),
  returnTo: z.string(),
  /** Milliseconds of real time. */
  startedAt: z.number(),
});
export type SignInFlow = z.infer<typeof SignInFlow>;

/** Who the provider says it is. The document is verified by the provider (X22). */
export const VerifiedPerson = z.object({
  sub: z.string().min(1),
  name: z.string().min(1).optional(),
  identity_document_type: IdentityDocumentType,
  identity_document_number: z.string().min(1),
  phone_number: z.string().optional(),
  email: z.string().optional(),
  acr: z.string().optional(),
  auth_time: z.number().optional(),
});
export type VerifiedPerson = z.infer<typeof VerifiedPerson>;

export interface OpenId {
  /** The provider's page to send the browser to, and what to keep meanwhile. */
  begin(purpose: SignInFlow['purpose'], returnTo: string): Promise<{ url: URL; flow: SignInFlow }>;
  /** Exchanges the answer for the person. Throws when state, nonce, signature or verifier do not fit. */
  finish(answer: URL, flow: SignInFlow): Promise<VerifiedPerson>;
}

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly proofingAcr: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
}

const scope = 'openid profile identity phone email';

/** Graduates' sign-in by OpenID Connect: code flow with PKCE, state and nonce. The provider is asked for its addresses at first use. */
export function createOpenId(settings: OpenIdSettings): OpenId {
  const { issuer, clientId, clientSecret, proofingAcr, redirectUri } = settings;
  let discovered: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    // The configuration admits http in development only. A failure is not kept: the provider may be back the next time.
    const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    discovered ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 });
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  };
  return {
    async begin(purpose, returnTo) {
      const verifier = client.randomPKCECodeVerifier();
      const flow: SignInFlow = {
        purpose,
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier,
        returnTo,
        startedAt: Date.now(),
      };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(purpose === 'PROOFING' && { acr_values: proofingAcr }),
      });
      return { url, flow };
    },
    async finish(answer, { state, nonce, verifier }) {
      const provider = await configuration();
      const tokens = await client.authorizationCodeGrant(provider, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no ID token');
      // Providers may keep what is not about the sign-in itself out of the ID token.
      const more = 'identity_document_number' in claims ? {} : await client.fetchUserInfo(provider, tokens.access_token, claims.sub);
      return VerifiedPerson.parse({ ...more, ...claims });
    },
  };
}
