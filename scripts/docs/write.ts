import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.ts';
import { stateDiagrams } from './state-diagrams.ts';

writeFileSync(join(projectRoot, 'docs/state-diagrams.md'), stateDiagrams());
