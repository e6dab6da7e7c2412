import express from 'express';
import helmet from 'helmet';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { formatInstant, shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { verificationServiceEnd } from '../../domain/calendar/service-ends.ts';
import { checkNumber } from '../../domain/numbers/read-number.ts';
import { printedBasics, printedDestination, printedDossier, printedHukou } from '../../domain/statements/printed-sections.ts';
import { personNameKey } from '../../domain/text/person-name.ts';
import { refuseVerification } from '../../domain/verification/verification.ts';
import { readConfig } from '../../infra/config/config.ts';
import { createBlindIndex } from '../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool } from '../../infra/database/pool.ts';
import { createPrisma } from '../../infra/database/prisma.ts';
import { createNumberSeals } from '../../infra/record/number-seals.ts';

// The same service as one would write it first: a handler, a limiter for each limit, Prisma for each row. It does not say
// when to come back, sends no slip for a receipt and gives no guess back, which is all to its advantage.
const config = readConfig(process.env);
const keyring = readKeyring(config.keys.file);
const seals = createNumberSeals(createFieldCipher(keyring.field), createBlindIndex(keyring.blindIndex));
const prisma = createPrisma(config.database.url);
const pool = createPool(config.database.url, 20);
const limiters = ['address', 'number', 'overall'].map(
  (keyPrefix) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points: 10_000_000,
      duration: 600,
    }),
);

const app = express().disable('x-powered-by').set('trust proxy', 'loopback').use(helmet()).use(express.json());
app.get('/health/live', (_request, response) => void response.json({}));
app.post('/api/verification/:entry', async (request, response) => {
  response.set('Cache-Control', 'no-store');
  const { name, number } = request.body as { name: string; number: string };
  const checked = checkNumber(number);
  if (!checked.ok) return void response.json({ outcome: 'NOT_FOUND' });
  try {
    for (const [index, limiter] of limiters.entries()) await limiter.consume([request.ip ?? '', checked.canonical, 'all'][index] ?? '');
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return void response.status(429).json({});
    throw rejection;
  }
  const grant = await prisma.grant.findUnique({
    where: { numberIndex: seals.indexesOf(checked.canonical)[0] ?? '' },
    include: { graduate: { select: { tellLookups: true } } },
  });
  const shown = grant && seals.openShown(grant.id, grant.shownSealed);
  if (!grant || !shown || grant.kind.toLowerCase() !== request.params.entry || personNameKey(shown.basic.name) !== personNameKey(name))
    return void response.json({ outcome: 'NOT_FOUND' });
  const now = Date.now();
  const refusal = refuseVerification(
    {
      numberKind: 'VERIFICATION',
      status: grant.status,
      deadline: grant.deadline.getTime(),
      serviceEnd: verificationServiceEnd(shown.basic.graduatedAt),
    },
    now,
  );
  if (refusal) return void response.json({ outcome: refusal });
  const atOnce = grant.graduate.tellLookups === 'AT_ONCE';
  const at = new Date(now);
  await prisma.verificationRecord.create({
    data: { id: newId(), graduateId: grant.graduateId, grantId: grant.id, kind: grant.kind, way: 'NUMBER', at, toldAt: atOnce ? at : null },
  });
  if (atOnce) {
    await prisma.notification.createMany({
      skipDuplicates: true,
      data: [
        {
          id: newId(),
          recipientKind: 'GRADUATE',
          recipientId: grant.graduateId,
          graduateId: grant.graduateId,
          event: 'verification.performed',
          step: `${grant.id}:${shanghaiDate(now)}`,
          params: { name: shown.basic.name, kind: grant.kind, at: formatInstant(now), place: null },
          createdAt: at,
          nextAttemptAt: at,
        },
      ],
    });
  }
  const changed = await prisma.sectionVersion.findFirst({
    where: { graduateId: grant.graduateId, status: 'APPROVED', schoolDecidedAt: { gt: grant.issuedAt } },
    orderBy: { schoolDecidedAt: 'desc' },
    select: { schoolDecidedAt: true },
  });
  response.json({
    outcome: 'VALID',
    record: {
      kind: grant.kind,
      numberKind: 'VERIFICATION',
      basics: printedBasics(shown),
      destination: printedDestination(shown.destination),
      transfer: grant.kind === 'DOSSIER' ? printedDossier(shown.dossier) : printedHukou(shown.hukou),
      issuedAt: grant.issuedAt,
      validUntil: grant.deadline,
      changedSince: changed?.schoolDecidedAt ?? null,
    },
  });
});
app.listen(config.http.port, '127.0.0.1');
