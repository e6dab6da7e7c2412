const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2024' },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

/** A folder of `test/` as a Jest project. */
export const tier = (name, extra = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
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

/** Components in a document without a browser: for what a form works out, not for how it looks. */
export const inDocument = {
  testEnvironment: '<rootDir>/test/support/browser/document-environment.js',
  testEnvironmentOptions: { url: 'https://quxiang.example/', customExportConditions: ['browser', 'import', 'default'] },
  moduleNameMapper: { '\\.css$': '<rootDir>/test/support/browser/no-style.js' },
};
