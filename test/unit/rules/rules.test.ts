import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/stack/project-root.ts';

interface Row {
  readonly id: string;
  readonly where: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const pathsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '');

const rows: readonly Row[] = read('docs/rules.md')
  .split('\n')
  .filter((line) => /^\| [RX]\d/.test(line))
  .map((line) => {
    const [, id = '', , where = '', tests = ''] = line.split('|').map((cell) => cell.trim());
    return { id, where, files: pathsIn(where), tests: pathsIn(tests) };
  });

const numbered = (letter: string, last: number): string[] => Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);
const everyRule = [...numbered('R', 64), ...numbered('X', 31)];

/** What this version does not do, what is words of a screen, and what is paper. */
const isElsewhere = ({ where }: Row): boolean => /^(Later issue|Pages|Paper)\b/.test(where);

/** Rules in the titles of a test file: titles begin with them (`R21 X17 …`); a range counts as all of it. */
function rulesNamedIn(path: string): Set<string> {
  const titles = [...read(path).matchAll(/['"`]([RX]\d+(?:–R\d+)?[ ][^'"`\n]*)/g)].map(([, title]) => title ?? '');
  return new Set(
    titles.flatMap((title) => [
      ...[...title.matchAll(/\b[RX]\d+\b/g)].map(([id]) => id),
      ...[...title.matchAll(/\bR(\d+)–R(\d+)\b/g)].flatMap(([, from, to]) =>
        everyRule.filter((id) => id.startsWith('R') && Number(id.slice(1)) >= Number(from) && Number(id.slice(1)) <= Number(to)),
      ),
    ]),
  );
}

describe('docs/rules.md is true', () => {
  it('has a row for each rule and each decision, in their order', () => {
    expect(rows.map(({ id }) => id)).toEqual(everyRule);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s: every file that is named exists', (_, { files, tests }) => {
    expect([...files, ...tests].filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s: every test that is named names the rule in a title', (id, { tests }) => {
    expect(tests.filter((path) => !rulesNamedIn(path).has(id))).toEqual([]);
  });

  it.each(rows.filter((row) => !isElsewhere(row)).map((row) => [row.id, row] as const))(
    '%s: lives in at least one file, and at least one test names it',
    (_, { files, tests }) => {
      expect([files.length > 0, tests.length > 0]).toEqual([true, true]);
    },
  );

  it('only these are elsewhere', () => {
    expect(rows.filter(isElsewhere).map(({ id }) => id)).toEqual(['R48', 'R58', 'R59', 'R60', 'X8', 'X9']);
  });

  it('names no rule that does not exist, in any title of any test', () => {
    const known = new Set(everyRule);
    const unknown = globSync('test/**/*.test.ts', { cwd: projectRoot }).flatMap((path) =>
      [...rulesNamedIn(path)].filter((id) => !known.has(id)).map((id) => `${path}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });
});
