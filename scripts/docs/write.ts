import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.ts';
import { offlineVectors } from './offline-vectors.ts';
import { stateDiagrams } from './state-diagrams.ts';

writeFileSync(join(projectRoot, 'docs/state-diagrams.md'), stateDiagrams());
writeFileSync(join(projectRoot, 'test/unit/offline/vectors.json'), `${JSON.stringify(offlineVectors(), null, 2)}\n`);
