import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerWords, paperWords } from '../domain/offline/answer-words.ts';
import { judgeStatement } from '../domain/offline/judge-statement.ts';
import { readKnowledge, updateKnowledge } from './offline/kept-knowledge.ts';
import { readScanned } from './offline/read-scanned.ts';
import { projectRoot } from './stack/project-root.ts';

const usage = `Usage: npm run verify:offline -- <code | address | picture.png | statement.pdf> [--from http://127.0.0.1:3000] [--kept folder] [--offline]
Keys and lists are loaded from the installation and kept, and serve without a network until the lists are stale.
Ends with 0 for good, 1 for bad, 2 for cannot tell.
`;
const exitCodes = { GOOD: 0, BAD: 1, CANNOT_TELL: 2 } as const;
const signs = { GOOD: '✓', BAD: '✗', CANNOT_TELL: '?' } as const;

const options = {
  from: { type: 'string', default: 'http://127.0.0.1:3000' },
  kept: { type: 'string', default: join(projectRoot, '.data/offline') },
  offline: { type: 'boolean', default: false },
} as const;

function readArguments() {
  try {
    const {
      values,
      positionals: [scanned],
    } = parseArgs({ allowPositionals: true, options });
    if (scanned !== undefined) return { ...values, scanned };
  } catch {
    // An option that nobody knows: the usage says which there are.
  }
  process.stderr.write(usage);
  return process.exit(64);
}

const { from, kept, offline, scanned } = readArguments();
try {
  if (!offline)
    await updateKnowledge(from, kept).catch(() => {
      process.stderr.write(`${from} cannot be reached: what was kept serves.\n`);
    });
  const answer = await judgeStatement(await readScanned(scanned), await readKnowledge(kept));
  const { title, advice } = answerWords(answer);
  const lines = [
    `${signs[answer.answer]} ${title.zh} ${title.en}`,
    advice.zh,
    advice.en,
    ...(answer.statement ? paperWords(answer.statement).map(([label, text]) => `  ${label.zh} ${label.en}: ${text}`) : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCodes[answer.answer];
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
