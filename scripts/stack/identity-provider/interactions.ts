import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type Provider from 'oidc-provider';
import { z } from 'zod';
import { checkPassword, readAccounts } from './accounts.ts';
import { renderLoginPage, renderProofingPage } from './pages.ts';
import { loginPrompt, proofingPrompt } from './provider.ts';

const SignInForm = z.object({ sub: z.string(), password: z.string() });

/** The pages on which a person signs in and proves who they are. */
export function createInteractionRouter(
  provider: Provider,
  { accountsFile, proofingAcr }: { accountsFile: string; proofingAcr: string },
): Router {
  const router = express.Router();
  router.use('/interaction', express.urlencoded({ extended: false }), noStore);

  router.get('/interaction/:uid', async (request, response) => {
    const { uid, prompt, session } = await provider.interactionDetails(request, response);
    if (prompt.name === loginPrompt) response.send(renderLoginPage(uid, false));
    else if (prompt.name === proofingPrompt) response.send(renderProofingPage(uid, await nameOf(accountsFile, session?.accountId)));
    else response.status(400).send('Unknown step');
  });

  router.post('/interaction/:uid/login', async (request, response) => {
    const { uid, prompt } = await provider.interactionDetails(request, response);
    if (prompt.name !== loginPrompt) return void response.status(409).send('Not the step that is due');
    const form = SignInForm.safeParse(request.body);
    const account = form.success ? await checkPassword(accountsFile, form.data.sub, form.data.password) : undefined;
    if (!account) return void response.status(401).send(renderLoginPage(uid, true));
    await provider.interactionFinished(request, response, { login: { accountId: account.sub, amr: ['pwd'] } });
  });

  router.post('/interaction/:uid/proofing', async (request, response) => {
    const { prompt, session } = await provider.interactionDetails(request, response);
    if (prompt.name !== proofingPrompt || !session?.accountId) return void response.status(409).send('Not the step that is due');
    await provider.interactionFinished(request, response, {
      login: { accountId: session.accountId, acr: proofingAcr, amr: ['pwd', 'face'], ts: Math.floor(Date.now() / 1_000) },
    });
  });

  // An interaction that has run out is the reader's mistake, not the provider's.
  router.use('/interaction', (_error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    response.status(400).send('登录已过期，请返回重试。 This sign-in has run out: go back and begin again.');
  });
  return router;
}

async function nameOf(accountsFile: string, sub: string | undefined): Promise<string> {
  return (await readAccounts(accountsFile)).find((account) => account.sub === sub)?.name ?? '';
}

function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}
