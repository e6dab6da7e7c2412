import { inDocument, onTheStack, tier } from './jest.tiers.js';

/** Cheapest tier first. `unit`, `components` and `replay` need nothing but Node. */
export default {
  projects: [
    tier('unit'),
    tier('components', inDocument),
    tier('activities', onTheStack),
    tier('workflow', onTheStack),
    tier('replay'),
    tier('api', onTheStack),
    tier('web', onTheStack),
    tier('e2e', onTheStack),
    tier('reliability', onTheStack),
  ],
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules of suites that have ended stay in memory: a worker that holds that much begins again instead of collecting.
  workerIdleMemoryLimit: '1GB',
  // With --coverage only; workflow code is counted inside its sandbox (test/support/temporal/shared-bundle.ts).
  collectCoverageFrom: ['{domain,workflows,activities,infra,api}/**/*.ts'],
  coverageThreshold: { './workflows/': { statements: 95 }, './domain/': { statements: 95 } },
};
