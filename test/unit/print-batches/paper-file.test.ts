import { buffer } from 'node:stream/consumers';
import { bookmarkOf, indexRemark, paperFileName } from '../../../domain/print-batches/paper-file.ts';
import { PrintQuery, printBatchWorkflowId } from '../../../domain/print-batches/print-batch.ts';
import { bindZip, type ZipEntry } from '../../../infra/print-batches/bind-zip.ts';
import { openZip } from '../../support/print-batches/open-zip.ts';

describe('files of a batch', () => {
  it('R25 have names of their place and of an id of ours, which sort in the order of the batch', () => {
    const graduateId = '0199a1b2-0000-7000-8000-0123456789ab';
    const names = [2, 10, 9_999, 12_345].map((position) => paperFileName({ position, paper: 'statement', graduateId }));
    expect(names).toEqual([
      '00002-statement-456789ab.pdf',
      '00010-statement-456789ab.pdf',
      '09999-statement-456789ab.pdf',
      '12345-statement-456789ab.pdf',
    ]);
    expect([...names].sort()).toEqual(names);
    expect([indexRemark('slip', null), indexRemark('slip', '没有编号')]).toEqual(['转递单', '转递单未打印：没有编号']);
    expect(printBatchWorkflowId('1')).toBe('print-batch-1');
  });

  it('R45 R61 stand in the bookmarks of a print file under class or 转档字, without a name', () => {
    const place = { college: '示例学院', className: '一班', year: null, serial: null };
    expect(bookmarkOf({ ...place, paper: 'statement' })).toEqual({ group: '示例学院 一班', name: null });
    expect(bookmarkOf({ ...place, college: null, className: null, paper: 'statement' })).toEqual({ group: '—', name: null });
    expect(bookmarkOf({ ...place, year: 2027, serial: 12, paper: 'slip' })).toEqual({ group: '2027-0012', name: '转递单' });
  });

  it('R61 R62 R63 a query asks for statements of a kind, or for papers of files, each once', () => {
    const scope = { cohort: 2027, form: 'ZIP' };
    const accepts = (query: object) => PrintQuery.safeParse({ ...scope, ...query }).success;
    expect(PrintQuery.parse({ ...scope, of: 'STATEMENTS', kind: 'HUKOU' })).toEqual({
      ...scope,
      of: 'STATEMENTS',
      kind: 'HUKOU',
      rendering: 'zh',
      collegeId: null,
      className: null,
      stage: null,
    });
    expect(
      [
        { of: 'DISPATCHES', papers: ['notice', 'slip', 'receipt'] },
        { of: 'DISPATCHES', papers: ['slip'], status: 'PREPARED' },
        { of: 'STATEMENTS', kind: 'DOSSIER', rendering: 'large' },
      ].map(accepts),
    ).toEqual([true, true, true]);
    expect(
      [
        { of: 'STATEMENTS' },
        { of: 'DISPATCHES', papers: [] },
        { of: 'DISPATCHES', papers: ['slip', 'slip'] },
        { of: 'DISPATCHES', papers: ['statement'] },
        { of: 'STATEMENTS', kind: 'DOSSIER', numberKind: 'VERIFICATION' },
        { of: 'STATEMENTS', kind: 'DOSSIER', rendering: 'fr' },
        { of: 'DISPATCHES', papers: ['slip'], rendering: 'en' },
      ].map(accepts),
    ).toEqual(Array(7).fill(false));
  });
});

describe('an archive', () => {
  async function* entries(count: number, read: (index: number) => Promise<Uint8Array>): AsyncGenerator<ZipEntry> {
    for (let index = 0; index < count; index += 1) yield { name: `${index}.pdf`, bytes: () => read(index) };
  }

  it('asks for a file when it is its turn: what is in memory does not grow with the archive', async () => {
    let asked = 0;
    let [written, ahead] = [0, 0];
    const size = 100_000;
    const pieces: Uint8Array[] = [];
    for await (const piece of bindZip(
      entries(60, async () => {
        asked += 1;
        return Buffer.alloc(size, asked);
      }),
      0,
    )) {
      written += piece.length;
      ahead = Math.max(ahead, asked - Math.floor(written / size));
      pieces.push(piece);
    }
    const files = await openZip(Buffer.concat(pieces));
    expect([files.size, asked]).toEqual([60, 60]);
    expect(files.get('7.pdf')?.equals(Buffer.alloc(size, 8))).toBe(true);
    expect(ahead).toBeLessThan(6);
  });

  it('fails with what a file fails with', async () => {
    const failing = bindZip(
      entries(3, (index) => (index === 1 ? Promise.reject(new Error('the paper is gone')) : Promise.resolve(Buffer.alloc(9)))),
      0,
    );
    await expect(buffer(failing)).rejects.toThrow('the paper is gone');
  });
});
