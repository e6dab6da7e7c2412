import { createPool } from '../../../infra/database/pool.ts';
import { findBeginning, findHomeUnits, findInRegion, findUnits, findWithin } from '../../../infra/directory/find-units.ts';
import { importUnits } from '../../../infra/directory/import-units.ts';
import { sampleDirectory, type SampleUnit } from '../../../scripts/samples/sample-directory.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

const keeper = (owner: string) => ({
  owner,
  schoolId: null,
  actor: { id: '00000000-0000-7000-a000-000000000001', role: 'PROVINCE_ADMIN', name: '样例人员' },
});
/** A directory of its own for each test. */
async function directory(...units: readonly SampleUnit[]): Promise<string> {
  const owner = record.newId();
  const { added } = await importUnits(record, keeper(owner), await sampleDirectory(units));
  expect(added).toBe(units.length);
  return owner;
}
const center = (name: string, region: string, rest: SampleUnit = {}): SampleUnit => ({ name, region, mayHoldFiles: '是', ...rest });
const names = async (owner: string, text: string, region = ''): Promise<string[]> =>
  (await findUnits(record.pool, { owners: [owner], text, region, limit: 20 })).map(({ name }) => name);

describe('units as one types', () => {
  it('R13 are found from the first character, by any part of the name, those that begin so first', async () => {
    const owner = await directory(
      center('海淀区人才服务中心', '110108'),
      center('北京海淀人力公司', '110105'),
      center('朝阳区（CBD）人才服务中心', '110105'),
    );
    expect(await names(owner, '海')).toEqual(['海淀区人才服务中心', '北京海淀人力公司']);
    expect(await names(owner, '海淀')).toEqual(['海淀区人才服务中心', '北京海淀人力公司']);
    for (const text of ['海淀区人才服务中心', '淀区人', '才服务中', '心']) expect(await names(owner, text)).toContain('海淀区人才服务中心');
    for (const text of ['cbd', 'ＣＢＤ人才', '朝阳区(CBD)', '朝阳区 cbd 人才'])
      expect(await names(owner, text)).toEqual(['朝阳区（CBD）人才服务中心']);
    for (const text of ['海人', '服务海淀', '%', '_', '\\', '（）']) expect(await names(owner, text)).toEqual([]);
  });

  it('R13 in a region of any level, alone or with a text, and never out of another directory', async () => {
    const [owner, other] = [
      await directory(center('甲中心', '110108'), center('乙中心', '110105'), center('丙中心', '320102')),
      await directory(center('丁中心', '110108')),
    ];
    expect(await names(owner, '', '110000')).toEqual(['乙中心', '甲中心']);
    expect(await names(owner, '', '110108')).toEqual(['甲中心']);
    expect(await names(owner, '中心', '320100')).toEqual(['丙中心']);
    expect(await names(owner, '甲', '320000')).toEqual([]);
    expect(await names(other, '中心')).toEqual(['丁中心']);
    expect(await names(owner, '')).toEqual([]);
  });

  it('R13 by an index, whatever is asked', async () => {
    const admin = createPool(record.database.adminUrl, 1);
    try {
      await admin.query(`INSERT INTO "receiving_unit" ("id", "owner", "name", "regionCode", "source")
        SELECT gen_random_uuid(), 'large', '第' || i || '区人才服务中心', (110101 + i)::text, 'STAFF' FROM generate_series(1, 4000) i`);
      await admin.query('ANALYZE "receiving_unit"');
      const plan = async (query: string, text: string, region: string) =>
        JSON.stringify((await admin.query<Record<string, unknown>>(`EXPLAIN (FORMAT JSON) ${query}`, [['large'], text, region, 20])).rows);
      expect(await plan(findBeginning, '第12', '')).toContain('receiving_unit_names');
      expect(await plan(findWithin, '99区人', '')).toContain('receiving_unit_pieces');
      expect(await plan(findInRegion, '', '110108')).toContain('receiving_unit_pieces');
    } finally {
      await admin.end();
    }
  });

  it('R13 R20 转回生源地 finds a checked unit that may hold files, of the county before those of the city', async () => {
    const owner = await directory(
      center('甲区中心', '110105'),
      center('乙区中心', '110108'),
      center('乙区公司', '110108', { mayHoldFiles: '否' }),
      center('乙区不明', '110108', { mayHoldFiles: '' }),
      center('外地中心', '320102'),
    );
    const home = async (region: string) => (await findHomeUnits(record.pool, [owner], region, 5)).map(({ name }) => name);
    expect(await home('110108')).toEqual(['乙区中心', '甲区中心']);
    expect(await home('110109')).toEqual(['乙区中心', '甲区中心']);
    expect(await home('440106')).toEqual([]);
  });
});

describe('the import of a sheet', () => {
  it('R13 adds, completes and leaves alone; rows that are wrong or repeated are reported and the rest goes in', async () => {
    const owner = record.newId();
    const read = async (...units: SampleUnit[]) => importUnits(record, keeper(owner), await sampleDirectory(units));
    const first = center('甲中心', '110108', { address: '样例路1号', checkedOn: new Date(Date.UTC(2026, 2, 1)), checkedBy: '张三' });
    expect(await read(first, center('乙中心', '999999'), center('（甲）中心', '110108'))).toEqual({
      added: 1,
      changed: 0,
      same: 0,
      skipped: [
        { row: 4, problems: [{ column: 'region', code: 'REGION_UNKNOWN' }] },
        { row: 5, problems: [{ column: 'name', code: 'UNIT_REPEATED' }] },
      ],
    });
    expect(await read(first)).toEqual({ added: 0, changed: 0, same: 1, skipped: [] });
    expect(await read(center('甲中心', '110108', { postcode: '100080' }))).toEqual({ added: 0, changed: 1, same: 0, skipped: [] });
    const [unit] = await findUnits(record.pool, { owners: [owner], text: '甲', region: '', limit: 5 });
    expect(unit).toMatchObject({
      name: '甲中心',
      address: '样例路1号',
      postcode: '100080',
      mayHoldFiles: true,
      checkedBy: '样例人员',
      source: 'SHEET',
      version: 2,
    });
    const { rows } = await record.pool.query(
      `SELECT "fields" FROM "audit_event" WHERE "action" = 'DIRECTORY_IMPORTED' ORDER BY "seq" DESC LIMIT 3`,
    );
    expect(rows.map(({ fields }: { fields: string[] }) => fields.join())).toEqual(['0,1,0,0', '0,0,1,0', '1,0,0,2']);
  });
});
