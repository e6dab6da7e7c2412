import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDiagrams } from '../../../scripts/docs/state-diagrams.ts';

it('docs/state-diagrams.md is what the transition tables say', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/state-diagrams.md'), 'utf8')).toBe(stateDiagrams());
});
