import express from 'express';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createInteractionRouter } from './identity-provider/interactions.ts';
import { loadProviderKeys } from './identity-provider/keys.ts';
import { createProvider } from './identity-provider/provider.ts';

export interface IdentityProviderOptions {
  /** Where its signing key is kept. */
  directory: string;
  port: number;
  /** The address to listen on; 0.0.0.0 only inside a container. */
  host?: string;
  /** The address under which browsers and the API reach it; by default this machine. */
  issuer?: string;
  accountsFile: string;
  clientId: string;
  clientSecret: string;
  proofingAcr: string;
  publicUrl: string;
}

export interface IdentityProvider {
  issuer: string;
  stop(): Promise<void>;
}

/** Starts an OpenID provider with made-up people, for development and tests only. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { directory, port, host = '127.0.0.1', issuer = `http://127.0.0.1:${port}` } = options;
  await mkdir(directory, { recursive: true });
  const keys = await loadProviderKeys(join(directory, 'provider-keys.json'));
  const provider = createProvider({ ...options, issuer, keys });
  const app = express().disable('x-powered-by');
  app.use(createInteractionRouter(provider, options));
  app.use(provider.callback());
  const server = await listen(createServer(app), port, host);
  return {
    issuer,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
