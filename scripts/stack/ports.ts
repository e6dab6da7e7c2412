import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { StackError } from './stack-error.ts';

// Below the range from which systems take ports for outgoing connections, so nobody grabs one between finding and using it;
// and Temporal keeps its ports in a two-byte column that ends at 32767.
const lowest = 20_000;
const highest = 32_000;

/** As many free ports of this machine as asked for, all different. */
export async function findFreePorts(count: number): Promise<number[]> {
  const held: Server[] = [];
  const ports: number[] = [];
  try {
    while (ports.length < count) {
      const port = randomInt(lowest, highest);
      const server = await listen(port).catch(() => undefined);
      if (!server) continue;
      held.push(server);
      ports.push(port);
    }
    return ports;
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

/** Throws a `StackError` that names the port and the variable that moves it when the port is taken. */
export async function requireFreePort(port: number, use: string, variable: string): Promise<void> {
  try {
    const server = await listen(port);
    await new Promise((resolve) => server.close(resolve));
  } catch (error) {
    throw new StackError(
      `Port ${port}, wanted for ${use}, is in use.`,
      `Stop the program that listens there (another npm start?), or choose another port: ${variable}=${port + 1000} npm start`,
      error,
    );
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}
