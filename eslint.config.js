import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const readsTheEnvironment = [
  'infra/config/**',
  'scripts/**',
  'test/**',
  'bench/**',
  'prisma/seed/**',
  // Composition roots hand the environment to readConfig.
  'worker.ts',
  'api/server.ts',
  // Passes it on to a child.
  'infra/temporal/workflow-bundle.ts',
];

const noBarrels = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that owns the name.',
};
const noEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read once, by infra/config.',
};
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only, except where a tool wants a default one.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'generated/',
      'web/vite.config.ts',
      'out/',
      '.data/',
      'coverage/',
      'samples/',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      // Takes a value and a type of one name, our way with zod, for twins.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      // Async functions without await keep a signature; callers must not care.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', noBarrels, noEnvironment, noDefaultExport],
      'prefer-const': 'error',
    },
  },
  {
    files: ['web/**'],
    languageOptions: { parserOptions: { project: './web/tsconfig.json' } },
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ['test/components/**'], languageOptions: { parserOptions: { project: './test/components/tsconfig.json' } } },
  { files: readsTheEnvironment, rules: { 'no-restricted-syntax': ['error', noBarrels, noDefaultExport] } },
  { files: ['workflows/index.ts'], rules: { 'no-restricted-syntax': ['error', noEnvironment, noDefaultExport] } },
  { files: ['*.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Jest's matchers and parsed answers are any; what they hold is what the test finds out.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['bench/**', 'scripts/**', 'prisma/seed/**', 'infra/temporal/write-workflow-bundle.ts'], rules: { 'no-console': 'off' } },
);
