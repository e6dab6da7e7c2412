import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

interface ObservedRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

/** Measurements of one process. Labels are patterns and codes: nothing personal, nothing without bound. */
export interface Metrics {
  observeRequest(request: ObservedRequest): void;
  countCommand(type: string, outcome: string): void;
  countSignIn(way: 'STAFF' | 'GRADUATE', outcome: string): void;
  /** How a question that was answered ended. */
  countVerification(entry: 'dossier' | 'hukou', way: 'NUMBER' | 'SCAN', outcome: string): void;
  /** Whose limit stopped a guess, and at which tier: `free` could still be lifted by a challenge. */
  countLimit(subject: string, tier: string): void;
  countChallenge(result: 'SOLVED' | 'WRONG'): void;
  /** An attempt beyond a limit other than those of verification, by the name of the limit. */
  countRateLimit(limit: string): void;
  readonly contentType: string;
  print(): Promise<string>;
}

/** A registry of its own, so that several applications may run in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'quxiang_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  const commands = new Counter({
    name: 'quxiang_commands_total',
    help: 'Commands by type and outcome',
    labelNames: ['type', 'outcome'],
    registers: [registry],
  });
  const signIns = new Counter({
    name: 'quxiang_sign_ins_total',
    help: 'Sign-ins by way and outcome',
    labelNames: ['way', 'outcome'],
    registers: [registry],
  });
  const verifications = new Counter({
    name: 'quxiang_verifications_total',
    help: 'Questions of online verification by entry, way and outcome',
    labelNames: ['entry', 'way', 'outcome'],
    registers: [registry],
  });
  const limits = new Counter({
    name: 'quxiang_verification_limits_total',
    help: 'Guesses stopped, by whose limit and at which tier',
    labelNames: ['subject', 'tier'],
    registers: [registry],
  });
  const challenges = new Counter({
    name: 'quxiang_verification_challenges_total',
    help: 'Solutions of challenges by result',
    labelNames: ['result'],
    registers: [registry],
  });
  const rateLimits = new Counter({
    name: 'quxiang_rate_limits_total',
    help: 'Attempts refused, by the limit',
    labelNames: ['limit'],
    registers: [registry],
  });
  return {
    observeRequest: ({ method, route, status, durationMs }) =>
      requests.observe({ method, route, status: String(status) }, durationMs / 1000),
    countCommand: (type, outcome) => commands.inc({ type, outcome }),
    countSignIn: (way, outcome) => signIns.inc({ way, outcome }),
    countVerification: (entry, way, outcome) => verifications.inc({ entry, way, outcome }),
    countLimit: (subject, tier) => limits.inc({ subject, tier }),
    countChallenge: (result) => challenges.inc({ result }),
    countRateLimit: (limit) => rateLimits.inc({ limit }),
    contentType: registry.contentType,
    print: () => registry.metrics(),
  };
}
