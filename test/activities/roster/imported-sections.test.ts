import { noProgress } from '../../../activities/roster/dependencies.ts';
import { decideSections } from '../../../activities/roster/decide-sections.ts';
import { processRoster } from '../../../activities/roster/process-roster.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { findGraduate } from '../../../infra/record/load-graduate.ts';
import { storeSectionsDecision } from '../../../infra/roster/section-batch.ts';
import { destinationCells, dossierCells } from '../../unit/roster/roster-cells.ts';
import { closeRecord, graduateCells, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

let fixture: RosterFixture;
beforeEach(async () => {
  fixture = await openRosterFixture();
});
afterEach(async () => {
  await closeRecord(fixture.record);
});

async function imported(): Promise<{ importId: string; graduateIds: string[] }> {
  const importId = await fixture.upload([
    graduateCells(1, { ...destinationCells, ...dossierCells }),
    graduateCells(2, destinationCells),
    graduateCells(3),
  ]);
  for (const mode of ['TRIAL', 'COMMIT'] as const) await processRoster(fixture, importId, mode, noProgress);
  const rows = await fixture.ask<{ graduateId: string }>(
    'SELECT "graduateId" FROM "roster_import_row" WHERE "importId" = $1 ORDER BY "rowNumber"',
    importId,
  );
  return { importId, graduateIds: rows.map(({ graduateId }) => graduateId) };
}

const say = (importId: string, decision: 'APPROVE' | 'REJECT', by = fixture.newId()) =>
  storeSectionsDecision(fixture.pool, importId, {
    decision,
    reason: decision === 'REJECT' ? '与台账不符' : null,
    by,
    role: 'SCHOOL_REVIEWER',
    at: Date.now(),
  });
const stateOf = async (id = '') => (await findGraduate(fixture.pool, id))!.state;
const statuses = () => fixture.ask('SELECT "section", "status", count(*)::int AS count FROM "section_version" GROUP BY 1, 2 ORDER BY 1');

describe('sections that come with a roster', () => {
  it('X19 wait for a second person, and change nothing until then', async () => {
    const { graduateIds } = await imported();
    expect(await stateOf(graduateIds[0])).toMatchObject({
      confirmation: { status: 'NOT_REPORTED' },
      sections: {
        DESTINATION: {
          current: null,
          latest: {
            source: 'IMPORT',
            status: 'SCHOOL_REVIEW',
            submittedBy: fixture.importer,
            content: { code: '10', entityName: '示例软件有限公司' },
          },
        },
        DOSSIER: {
          current: null,
          latest: { source: 'IMPORT', status: 'SCHOOL_REVIEW', content: { type: 'HOME', region: '320102', address: '样例路1号' } },
        },
        HUKOU: { current: null, latest: null },
      },
    });
    expect(await fixture.count('notification')).toBe(0);
  });

  it("X19 R21 R54 come into force by the second person's word, each graduate by the desk's own decision, and the graduate is told", async () => {
    const { importId, graduateIds } = await imported();
    const second = fixture.newId();
    expect(await say(importId, 'APPROVE', second)).toBe(true);
    expect(await decideSections(fixture, importId, noProgress)).toEqual({ done: 2, left: 0 });
    expect(await statuses()).toEqual([
      { section: 'DESTINATION', status: 'APPROVED', count: 2 },
      { section: 'DOSSIER', status: 'APPROVED', count: 1 },
    ]);
    expect(await stateOf(graduateIds[0])).toMatchObject({
      confirmation: { status: 'UNCONFIRMED' },
      sections: { DESTINATION: { latest: null, current: { status: 'APPROVED' } } },
    });
    expect(await fixture.ask('SELECT DISTINCT "schoolDecidedBy" AS by FROM "section_version"')).toEqual([{ by: second }]);
    expect(await fixture.ask(`SELECT "event", "params" ->> 'by' AS by, count(*)::int AS count FROM "notification" GROUP BY 1, 2`)).toEqual([
      { event: 'registration.changed', by: 'IMPORT', count: 3 },
    ]);
    expect(await fixture.ask(`SELECT "action", "actor" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq"`, graduateIds[1])).toEqual(
      [
        { action: 'GRADUATE_IMPORTED', actor: fixture.importer },
        { action: 'SECTION_SUBMITTED', actor: fixture.importer },
        { action: 'SECTION_APPROVED', actor: second },
        { action: 'CONFIRMATION_CHANGED', actor: second },
      ],
    );
    expect(await fixture.count('outbox')).toBe(2);
    expect(await decideSections(fixture, importId, noProgress)).toEqual({ done: 0, left: 0 });
  });

  it('X19 nobody approves what they brought in: the record refuses it, and the decision does', async () => {
    const { importId } = await imported();
    await expect(say(importId, 'APPROVE', fixture.importer)).rejects.toThrow('roster_import_second_person');
    expect(await statuses()).toEqual([
      { section: 'DESTINATION', status: 'SCHOOL_REVIEW', count: 2 },
      { section: 'DOSSIER', status: 'SCHOOL_REVIEW', count: 1 },
    ]);
  });

  it('X19 rejected, they are withdrawn: the graduate may register, and is told of nothing', async () => {
    const { importId, graduateIds } = await imported();
    await say(importId, 'REJECT');
    expect(await decideSections(fixture, importId, noProgress)).toEqual({ done: 2, left: 0 });
    expect(await stateOf(graduateIds[0])).toMatchObject({
      confirmation: { status: 'NOT_REPORTED' },
      sections: { DESTINATION: { current: null, latest: { status: 'WITHDRAWN' } } },
    });
    expect(await fixture.count('notification')).toBe(0);
  });

  it('goes on where a worker died, and decides on nobody twice', async () => {
    const { importId } = await imported();
    await say(importId, 'APPROVE');
    await expect(decideSections(fixture, importId, () => Promise.reject(new Error('the worker has died')))).rejects.toThrow(
      'the worker has died',
    );
    expect(await decideSections(fixture, importId, noProgress)).toEqual({ done: 1, left: 0 });
    expect(await fixture.ask(`SELECT count(*)::int AS count FROM "audit_event" WHERE "action" = 'SECTION_APPROVED'`)).toEqual([
      { count: 3 },
    ]);
  });

  it('X19 go to the desks one by one where the pack says so', async () => {
    const pack = { ...nationalDefault, id: 'review-first', importedSections: { value: 'REVIEW', clause: 'X19' } };
    await fixture.ask(
      `INSERT INTO "rule_pack" ("id", "effectiveFrom", "body") VALUES ($1, '2020-01-01', $2)`,
      pack.id,
      JSON.stringify(pack),
    );
    await imported();
    expect(await statuses()).toEqual([
      { section: 'DESTINATION', status: 'COLLEGE_REVIEW', count: 2 },
      { section: 'DOSSIER', status: 'COLLEGE_REVIEW', count: 1 },
    ]);
  });
});
