import { onTheStack, tier } from './jest.tiers.js';

/** Harnesses that take longer than a newcomer's patience: crash rounds, fuzzing, simulation. */
export default {
  projects: [tier('long', onTheStack)],
  testTimeout: 1_800_000,
  maxWorkers: 1,
};
