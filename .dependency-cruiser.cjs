// Who may import whom: the boundaries of docs/architecture.md, held here and not by goodwill.
const application = '^(domain|workflows|activities|api|infra|worker\\.ts)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one subject or three.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-imports-nobody',
      severity: 'error',
      comment: 'The rules are pure: they run in the browser, in the workflow sandbox and in the transaction alike.',
      from: { path: '^domain/' },
      to: { pathNot: '^(domain/|node_modules/(zod|@noble/(hashes|curves)|id-validator|@vant/area-data)/)' },
    },
    {
      name: 'workflows-stay-deterministic',
      severity: 'error',
      comment: 'Workflow code sees the domain and the workflow API, nothing that does IO.',
      from: { path: '^workflows/' },
      to: { pathNot: '^(workflows/|domain/|node_modules/(@temporalio/(workflow|common)|zod)/)' },
    },
    {
      name: 'activities-know-ports-as-types',
      severity: 'error',
      comment: 'Activities implement the ports of the workflows; workflow code itself must not run in them.',
      from: { path: '^activities/' },
      to: { path: '^workflows/', dependencyTypesNot: ['type-only'], pathNot: '^workflows/search-attributes\\.ts$' },
    },
    {
      name: 'api-knows-messages-as-types',
      severity: 'error',
      comment: 'The API speaks to workflows by their messages, never by their code.',
      from: { path: '^api/' },
      to: { path: '^workflows/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'activities-not-api', severity: 'error', from: { path: '^activities/' }, to: { path: '^api/' } },
    { name: 'api-not-activities', severity: 'error', from: { path: '^api/' }, to: { path: '^activities/' } },
    {
      name: 'infra-imports-domain-only',
      severity: 'error',
      comment: 'Adapters serve activities and API; they know neither. Types of workflow messages they may name.',
      from: { path: '^infra/' },
      to: {
        path: '^(api|activities|workflows|scripts|test|bench|web|prisma)/|^worker\\.ts$',
        dependencyTypesNot: ['type-only'],
        pathNot: '^workflows/search-attributes\\.ts$',
      },
    },
    { name: 'infra-not-application', severity: 'error', from: { path: '^infra/' }, to: { path: '^(api|activities)/' } },
    {
      name: 'product-not-tools',
      severity: 'error',
      comment: 'What runs in production imports nothing that does not.',
      from: { path: application },
      to: { path: '^(scripts|test|bench|samples|prisma/seed)/' },
    },
    {
      name: 'product-not-development-packages',
      severity: 'error',
      from: { path: application },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'pages-know-the-domain-only',
      severity: 'error',
      comment: 'The pages talk to the API by its document; of the rules they share what is pure.',
      from: { path: '^web/', pathNot: '^web/vite\\.config\\.ts$' },
      to: { path: '^(api|activities|infra|workflows|scripts|test|bench|prisma)/' },
    },
    {
      name: 'only-pages-know-pages',
      severity: 'error',
      from: { path: '^(domain|workflows|activities|api|infra)/' },
      to: { path: '^web/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    includeOnly: undefined,
    exclude: { path: '^(generated|out|\\.data|coverage|samples|docs)/|^web/(verification|dispatch|offline)/.*\\.js$' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
