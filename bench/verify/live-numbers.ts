import { composeVerificationNumber } from '../../domain/numbers/compose-number.ts';
import { createBlindIndex } from '../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId, nextIndex } from '../../infra/crypto/secure-random.ts';
import { createPool, type Pool } from '../../infra/database/pool.ts';
import { createNumberSeals } from '../../infra/record/number-seals.ts';
import { sampleBasic } from '../../test/support/domain/graduate-state.ts';
import { homeDossier, pendingDestination } from '../../test/support/record/contents.ts';
import { createGraduate, createSchool } from '../../test/support/record/graduates.ts';
import type { VerifyStack } from './verify-stack.ts';

export interface Question {
  readonly name: string;
  readonly number: string;
}
export interface Questions {
  readonly valid: readonly Question[];
  readonly invalid: readonly Question[];
  readonly expired: readonly Question[];
  readonly wrongName: readonly Question[];
  readonly unknown: readonly Question[];
}

const batch = 5_000;
const name = '示例同学';
const compose = (school = 0) => composeVerificationNumber({ year2: '27', schoolCode: String(10_001 + school), nextIndex });

/** Rows like the one that is there, with names and numbers of their own where they must differ. */
const copies = `INSERT INTO "graduate" SELECT copy.* FROM "graduate" g, unnest($2::uuid[], $3::int[]) AS i("id", "n"),
  LATERAL jsonb_populate_record(g, jsonb_build_object('id', i."id", 'accountId', NULL, 'studentNo', 'b' || i."n", 'candidateNo', 'b' || i."n", 'idNumberIndex', 'b' || i."n")) copy
  WHERE g."id" = $1`;
const grants = `INSERT INTO "verification_grant" ("id", "graduateId", "kind", "status", "numberSealed", "numberIndex", "deadline", "issuedAt", "shownSealed", "statusList", "statusIndex")
  SELECT i."id", i."graduateId", i."kind", 'ACTIVE', $1, i."index", i."deadline", app_now() - INTERVAL '1 day', i."shown", (place / 524288) * 2, place % 524288
  FROM (SELECT *, nextval('verification_status_place') AS place FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]) AS u("id", "graduateId", "kind", "index", "shown", "deadline")) i
  ON CONFLICT ("numberIndex") DO NOTHING`;

/**
 * So many live numbers, each under its own index and with its own sealed record: a row may be opened in place of one that is
 * not there. Only the sealed number itself, which verification never opens, is one for all.
 */
export async function createLiveNumbers(
  { databaseUrl, adminUrl, keysFile }: VerifyStack,
  { live, tried }: { live: number; tried: number },
): Promise<Questions> {
  const pool = createPool(databaseUrl, 4);
  const keyring = readKeyring(keysFile);
  const cipher = createFieldCipher(keyring.field);
  const index = createBlindIndex(keyring.blindIndex);
  const seals = createNumberSeals(cipher, index);
  const school = await createSchool(pool);
  const { graduateId } = await createGraduate(pool, { cipher, index }, school);
  const showable = {
    schoolName: '示例大学',
    basic: { ...sampleBasic, name, major: '计算机科学与技术', majorCode: '080901', urbanRural: '1' },
    sections: {
      DESTINATION: { current: { content: pendingDestination } },
      DOSSIER: { current: { content: homeDossier } },
      HUKOU: { current: null },
    },
  };
  const { numberSealed } = seals.seal('VERIFICATION', newId(), compose());
  const questions = { valid: [] as Question[], expired: [] as Question[], wrongName: [] as Question[] };
  const [later, past] = [new Date(Date.now() + 30 * 86_400_000), new Date(Date.now() - 60_000)];
  for (let from = 0; from < live / 2; from += batch) {
    const people = Array.from({ length: batch }, () => newId());
    await pool.query(copies, [graduateId, people, people.map((_, offset) => from + offset)]);
    const rows = people.flatMap((graduate) =>
      (['DOSSIER', 'HUKOU'] as const).map((kind) => {
        const [id, number] = [newId(), compose(from / batch)];
        const isTried = kind === 'DOSSIER' && questions.valid.length + questions.expired.length < tried;
        const isExpired = isTried && questions.expired.length * 4 < questions.valid.length;
        if (isTried) questions[isExpired ? 'expired' : 'valid'].push({ name, number });
        // From the whole table, as a guesser would: rows that were asked for before are in memory and answer sooner.
        if (!isTried && nextIndex(live) < tried) questions.wrongName.push({ name: '别的同学', number });
        return {
          id,
          graduate,
          kind,
          index: index.blindIndex(number, 'number'),
          shown: seals.sealShown(id, showable),
          deadline: isExpired ? past : later,
        };
      }),
    );
    await pool.query(grants, [
      numberSealed,
      rows.map(({ id }) => id),
      rows.map(({ graduate }) => graduate),
      rows.map(({ kind }) => kind),
      rows.map((row) => row.index),
      rows.map(({ shown }) => shown),
      rows.map(({ deadline }) => deadline),
    ]);
  }
  await analyse(adminUrl);
  await pool.end();
  const unissued = () => Array.from({ length: tried }, () => ({ name, number: compose(nextIndex(live / (2 * batch))) }));
  return {
    // Two sets: those that have been asked for before have their rows in memory, which a comparison must not see.
    ...questions,
    invalid: unissued(),
    unknown: unissued(),
  };
}

/** Statistics as autovacuum would have them after a minute. */
async function analyse(adminUrl: string): Promise<void> {
  const admin: Pool = createPool(adminUrl, 1);
  await admin.query('VACUUM (ANALYZE)');
  await admin.query('CHECKPOINT').catch(() => undefined);
  await admin.end();
}
