import { onTheStack, tier } from './jest.tiers.js';

/** Cheapest tier first. `unit` and `replay` need nothing but Node. */
export default {
  projects: [
    tier('unit'),
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
};
