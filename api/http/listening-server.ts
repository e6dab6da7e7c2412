import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListeningServer {
  readonly port: number;
  /** Takes no more connections, lets requests finish for at most `graceMs`, then closes the rest. True when all finished. */
  stop(graceMs: number): Promise<boolean>;
}

/** Listens; port 0 lets the system choose. Rejects when the port is taken. */
export async function listen(listener: RequestListener, { host, port }: { host: string; port: number }): Promise<ListeningServer> {
  // A whole request must be in within a minute; proxies keep connections for about as long.
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, stop: (graceMs) => stop(server, graceMs) };
}

async function stop(server: Server, graceMs: number): Promise<boolean> {
  let finished = true;
  const cut = setTimeout(() => {
    finished = false;
    server.closeAllConnections();
  }, graceMs);
  // A connection whose last request ends now would be kept alive for more of them.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(sweep);
  clearTimeout(cut);
  return finished;
}
