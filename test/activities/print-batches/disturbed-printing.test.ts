import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bindBatch } from '../../../activities/print-batches/bind-batch.ts';
import { printPapers } from '../../../activities/print-batches/print-papers.ts';
import { cancelPrintBatch, findPrintBatch, resumePrintBatch } from '../../../infra/print-batches/batch-store.ts';
import { PdfError } from '../../../infra/pdf/pdf-error.ts';
import { forgetFiles } from '../../../infra/retention/forget-files.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { openZip } from '../../support/print-batches/open-zip.ts';
import { fileOf, openPressRoom, readFile, type PressRoom } from '../../support/print-batches/press-room.ts';
import { numberedSchool, requestPrint } from '../../support/print-batches/numbered-school.ts';
import { inClassOrder, itemsOf, studentOf } from '../../support/print-batches/printed-items.ts';

const noProgress = () => undefined;
let record: TestRecord;
let room: PressRoom;
beforeAll(async () => {
  record = await openTestRecord();
  room = await openPressRoom(record);
});
afterAll(async () => {
  await room?.close();
  await record?.close();
});

describe('a batch that is disturbed', () => {
  it('R45 goes on after the press broke down in the middle, and no statement is printed twice', async () => {
    const { school } = await numberedSchool(record, 5);
    const batch = await requestPrint(record, school);
    const before = room.prints;
    let left = 3;
    const breaking = {
      ...room.press,
      close: () => Promise.resolve(),
      print: (...args: Parameters<typeof room.press.print>) => {
        if ((left -= 1) < 0) throw new PdfError('RENDER_FAILED', 'the thread is gone');
        room.prints += 1;
        return room.press.print(...args);
      },
    };
    const broken = { ...room.dependencies, printing: { ...room.dependencies.printing, openPress: () => Promise.resolve(breaking) } };
    await expect(printPapers(broken, batch.id, noProgress, 2)).rejects.toThrow('a paper could not be printed');
    const items = await itemsOf(record, batch);
    expect(items.filter(({ status, attempts }) => status === 'PRINTED' && attempts === 0)).toHaveLength(3);
    // The fifth may have been begun before the fourth failed, in the other part.
    expect([
      [0, 1],
      [1, 1],
    ]).toContainEqual(
      items
        .filter(({ status }) => status === 'WAITING')
        .map(({ attempts }) => attempts)
        .sort(),
    );
    const files = await openZip(await fileOf(room, batch, 2));
    expect([files.size, room.prints - before]).toEqual([6, 5]);
  }, 60_000);

  it('R45 leaves out a statement over which the press breaks down each time, and says so', async () => {
    const { school, scenes } = await numberedSchool(record, 3);
    const batch = await requestPrint(record, school);
    const { name } = await studentOf(record, scenes[0]!);
    const poisoned = {
      ...room.press,
      close: () => Promise.resolve(),
      print: (...[content, at]: Parameters<typeof room.press.print>) =>
        content.basics.name === name ? Promise.reject(new PdfError('RENDER_FAILED', 'it crashes')) : room.press.print(content, at),
    };
    const dependencies = { ...room.dependencies, printing: { ...room.dependencies.printing, openPress: () => Promise.resolve(poisoned) } };
    for (let attempt = 1; attempt <= 3; attempt += 1)
      await expect(printPapers(dependencies, batch.id, noProgress)).rejects.toThrow('a paper could not be printed');
    expect(await printPapers(dependencies, batch.id, noProgress)).toMatchObject({ papers: 3, printed: 2, skipped: 1 });
    expect((await itemsOf(record, batch)).find(({ status }) => status === 'SKIPPED')).toMatchObject({
      graduateId: scenes[0]!.graduate.graduateId,
      code: 'PRINTING_FAILED',
    });
  }, 60_000);

  it('R45 counts a breakdown against the statement that it was over, not against those behind it in the press', async () => {
    const { school } = await numberedSchool(record, 4);
    const batch = await requestPrint(record, school);
    const breaking = {
      ...room.dependencies,
      printing: {
        ...room.dependencies.printing,
        openPress: () => {
          let broken = false;
          const print = () => {
            const error = new PdfError(broken ? 'PRESS_ENDED' : 'RENDER_FAILED', 'a thread is gone');
            broken = true;
            return Promise.reject(error);
          };
          return Promise.resolve({ ...room.press, close: () => Promise.resolve(), print });
        },
      },
    };
    for (let attempt = 1; attempt <= 3; attempt += 1)
      await expect(printPapers(breaking, batch.id, noProgress)).rejects.toThrow('a paper could not be printed');
    expect((await itemsOf(record, batch)).map(({ status, attempts }) => [status, attempts]).sort()).toEqual([
      ['SKIPPED', 3],
      ['WAITING', 0],
      ['WAITING', 0],
      ['WAITING', 0],
    ]);
    expect(await printPapers(room.dependencies, batch.id, noProgress)).toMatchObject({ printed: 3, skipped: 1 });
  }, 60_000);

  it('R45 two workers at once print every statement once, and the batch has one file', async () => {
    const { school } = await numberedSchool(record, 6);
    const batch = await requestPrint(record, school);
    const before = room.prints;
    await Promise.all([1, 2].map(() => printPapers(room.dependencies, batch.id, noProgress, 2)));
    expect(room.prints - before).toBe(6);
    const both = await Promise.all([1, 2].map(() => bindBatch(room.dependencies, batch.id, noProgress)));
    expect(both).toEqual([1, 2].map(() => ({ status: 'READY', papers: 6, done: 6, printed: 6, skipped: 0 })));
    expect((await openZip(await readFile(room.dependencies, batch.id))).size).toBe(7);
  }, 60_000);

  it('R45 cancelled it stops between two parts, has no file, and resumed it goes on where it was', async () => {
    const { school } = await numberedSchool(record, 4);
    const batch = await requestPrint(record, school);
    const before = room.prints;
    const progress = (position: number) => {
      if (position === 1) cancelled = cancelPrintBatch(record.pool, batch.id);
    };
    let cancelled: Promise<void> | undefined;
    const stopped = await printPapers(
      {
        ...room.dependencies,
        printing: {
          ...room.dependencies.printing,
          openPress: async () => {
            const press = await room.dependencies.printing.openPress();
            return {
              ...press,
              print: async (...args) => {
                const pdf = await press.print(...args);
                await cancelled;
                return pdf;
              },
            };
          },
        },
      },
      batch.id,
      progress,
      1,
    );
    expect(stopped).toMatchObject({ status: 'CANCELLED', papers: 4 });
    expect(stopped.printed).toBeLessThan(4);
    expect(await bindBatch(room.dependencies, batch.id, noProgress)).toEqual(stopped);
    expect((await findPrintBatch(record.pool, batch.id))?.fileKey).toBeNull();
    await resumePrintBatch(record.pool, batch.id);
    expect((await openZip(await fileOf(room, batch))).size).toBe(5);
    expect(room.prints - before).toBe(4);
  }, 60_000);

  it('R45 prints anew what its own retention has taken away before it was bound', async () => {
    const { school } = await numberedSchool(record, 2);
    const batch = await requestPrint(record, school);
    await printPapers(room.dependencies, batch.id, noProgress);
    await record.pool.query(`UPDATE "statement" SET "createdAt" = app_now() - interval '31 days'`);
    await forgetFiles(room.dependencies, noProgress);
    expect(await bindBatch(room.dependencies, batch.id, noProgress)).toMatchObject({ status: 'RUNNING' });
    while ((await findPrintBatch(record.pool, batch.id))?.status === 'RUNNING') {
      await printPapers(room.dependencies, batch.id, noProgress);
      await bindBatch(room.dependencies, batch.id, noProgress);
    }
    expect((await openZip(await readFile(room.dependencies, batch.id))).size).toBe(3);
    expect(await readdir(join(room.directory, 'parts'))).toEqual([]);
  }, 60_000);

  it('R38 a number that dies between plan and print is skipped', async () => {
    const { school, scenes } = await numberedSchool(record, 2);
    const batch = await requestPrint(record, school);
    const [victim] = inClassOrder(scenes);
    const dependencies = {
      ...room.dependencies,
      printing: {
        ...room.dependencies.printing,
        statements: {
          ...room.dependencies.printing.statements,
          pool: {
            query: async (...args: [never]) => {
              await record.pool.query(
                `UPDATE "transfer_number" SET "status" = 'INVALIDATED', "endedAt" = app_now() WHERE "graduateId" = $1 AND "status" = 'ACTIVE'`,
                [victim!.graduate.graduateId],
              );
              return record.pool.query(...args);
            },
          } as never,
        },
      },
    };
    expect(await printPapers(dependencies, batch.id, noProgress)).toMatchObject({ printed: 1, skipped: 1 });
    expect((await itemsOf(record, batch))[0]).toMatchObject({ code: 'TRANSFER_NUMBER_MISSING' });
  }, 60_000);
});
