const transform = {
  '^.+\\.ts$': ['@swc/jest', {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  }],
};

/** A folder of `test/` as a Jest project. */
export const tier = (name, extra = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/.data/', '<rootDir>/out/'],
  ...extra,
});

/** Starts the real components once, whichever of the tiers that want them runs first. */
export const onTheStack = {
  globalSetup: '<rootDir>/test/support/stack/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/stack/global-teardown.mjs',
};
