import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server that takes no recipient: it answers RCPT TO with the given line, quoting the address as real ones do. */
export async function startRefusingMailServer(reply: string): Promise<{ readonly smtpUrl: string; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.write('220 ready\r\n');
    socket.on('data', (data) => {
      const line = data.toString();
      socket.write(line.toUpperCase().startsWith('RCPT') ? `${reply} ${line.trim().slice(8)}\r\n` : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
