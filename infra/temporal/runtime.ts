import { Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from '../logger/logger.ts';

const levels: Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/**
 * Lets the SDK log through ours, serves its measurements (task latencies, cache, slots) on the metrics port, and leaves
 * signals to the composition root, which drains with its own words.
 */
export function installRuntime(logger: Logger, metrics: { host: string; port: number }): void {
  const log = (level: LogLevel, message: string, meta?: Record<string, unknown>) => logger[levels[level]](meta ?? {}, message);
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: { metrics: { prometheus: { bindAddress: `${metrics.host}:${metrics.port}` } } },
    logger: {
      log,
      trace: (message, meta) => log('TRACE', message, meta),
      debug: (message, meta) => log('DEBUG', message, meta),
      info: (message, meta) => log('INFO', message, meta),
      warn: (message, meta) => log('WARN', message, meta),
      error: (message, meta) => log('ERROR', message, meta),
    },
  });
}
