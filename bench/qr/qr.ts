import { deflateSync } from 'node:zlib';
import { verifyEd25519 } from '../../domain/offline/ed25519.ts';
import { judgeStatement, type OfflineKnowledge } from '../../domain/offline/judge-statement.ts';
import { keysOf } from '../../domain/offline/published-keys.ts';
import { bitsOf, encodeStatusList, listValidityMs } from '../../domain/offline/status-list.ts';
import { generateKeyring } from '../../infra/crypto/generate-keyring.ts';
import { parseKeyring, type Keyring } from '../../infra/crypto/keyring.ts';
import { publishedKeys } from '../../infra/offline/published-keys.ts';
import { issuePayload, readPayload } from '../../infra/offline/scan-payload.ts';
import { signDocument } from '../../infra/offline/sign-document.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { buildLists } from './province.ts';
import { readScans } from './scans.ts';

const rounds = 5;
const secondsEach = 1;

const statement = {
  kind: 'DOSSIER',
  numberKind: 'VERIFICATION',
  registered: true,
  issuedAt: Date.UTC(2027, 5, 10),
  endsAt: Date.UTC(2027, 6, 10),
  list: 0,
  index: 421_337,
  name: '买买提·艾力',
  school: '示例理工大学',
  destinationUnit: '示例科技有限责任公司',
  receivingUnit: '示例市公共就业和人才服务中心',
} as const;

/** `qr [numbers] [revoked share]`: signing and reading codes, the status list of a province, and codes read from dirty scans. */
export async function run(args: readonly string[]): Promise<void> {
  const [numbers = 300_000, revokedShare = 0.02] = args.map(Number);
  const keys = parseKeyring(generateKeyring());
  const text = issuePayload(keys.offlineSigning, statement);
  const rates = [
    await rate('sign a payload', async () => {
      issuePayload(keys.offlineSigning, statement);
    }),
    await rate('read a payload (server)', async () => {
      if (!readPayload(keys.offlineSigning, text)) throw new Error('not read');
    }),
    await rate('judge a code with its list (page, command line)', judging(keys, text)),
  ];
  const built = await buildLists(keys, numbers, revokedShare, rounds);
  const scans = await readScans();
  const [fastest, median, slowest] = spread(built.milliseconds);
  process.stdout.write(
    `${renderTable(
      ['in this process', 'min per second', 'median', 'max'],
      rates.map(({ what, perSecond }) => [what, ...spread(perSecond).map(String)]),
    )}\n\n`,
  );
  process.stdout.write(
    `${renderTable(
      ['status lists', 'numbers', 'revoked', 'lists', 'bytes compressed', 'min ms', 'median', 'max'],
      [
        ['from PostgreSQL to stored and signed', built.numbers, built.revoked, built.lists, built.bytes, fastest, median, slowest].map(
          String,
        ),
      ],
    )}\n\n`,
  );
  process.stdout.write(
    `${renderTable(
      ['code at 150 dpi', 'characters', 'reader', 'clean', '10 % dirty'],
      scans.map(({ code, characters, reader, clean, dirty, scans: of }) => [
        code,
        String(characters),
        reader,
        clean ? 'read' : 'NOT READ',
        `${dirty} of ${of}`,
      ]),
    )}\n\n`,
  );
  process.stdout.write(`${JSON.stringify({ bench: 'qr', payloadCharacters: text.length, rates, built, scans })}\n`);
}

interface Rate {
  readonly what: string;
  readonly perSecond: readonly number[];
}

async function rate(what: string, work: () => Promise<void>): Promise<Rate> {
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    let done = 0;
    for (; performance.now() - began < secondsEach * 1000; done += 1) await work();
    perSecond.push(Math.round(done / ((performance.now() - began) / 1000)));
  }
  return { what, perSecond };
}

/** As a reader does it: both signatures and the whole list, each time. */
function judging({ offlineSigning }: Keyring, text: string): () => Promise<void> {
  const issuedAt = Date.UTC(2027, 5, 20);
  const revoked = Array.from({ length: 6_000 }, (_, n) => (n * 87) % 400_000);
  const header = { keyId: offlineSigning.current, list: 0, issuedAt, expiresAt: issuedAt + listValidityMs };
  const list = signDocument(offlineSigning, 'status-list', encodeStatusList(header, deflateSync(bitsOf(revoked), { level: 9 })));
  const knowledge: OfflineKnowledge = {
    keys: keysOf(publishedKeys(offlineSigning)),
    lists: new Map([[0, list]]),
    now: issuedAt + 1000,
    verifySignature: verifyEd25519,
  };
  return async () => {
    const { answer } = await judgeStatement(text, knowledge);
    if (answer !== 'GOOD') throw new Error(answer);
  };
}

/** Minimum, median and maximum. */
function spread(values: readonly number[]): readonly [number, number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[0] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
}
