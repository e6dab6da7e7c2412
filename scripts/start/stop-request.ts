const sameRequestMs = 1_500;

/**
 * Settles when somebody asks to stop. The terminal, npm and the bootstrap may each pass on the same Ctrl-C, so only a
 * signal that comes later than that counts as a second one; then the process ends at once, and with it its children.
 */
export function onStopRequest(announce: () => void): Promise<undefined> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const ask = (signal: NodeJS.Signals): void => {
      if (askedAt === undefined) {
        askedAt = Date.now();
        announce();
        resolve(undefined);
      } else if (signal === 'SIGINT' && Date.now() - askedAt > sameRequestMs) {
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  });
}
