import { idRegionStatus, isKnownIdRegion, knownRegionName, retiredRegionName } from '../../../domain/regions/id-regions.ts';
import { OriginRegionCode } from '../../../domain/regions/origin-region-code.ts';
import { CountyCode, RegionCode } from '../../../domain/regions/region-schemas.ts';
import { citiesOf, countiesOf, isRegion, provinces, regionLevel, regionName } from '../../../domain/regions/regions.ts';

describe('regions', () => {
  it.each([
    ['110000', '北京市'],
    ['110108', '北京市海淀区'],
    ['110100', '北京市'],
    ['320102', '江苏省南京市玄武区'],
    ['320100', '江苏省南京市'],
    ['500235', '重庆市云阳县'],
    ['429004', '湖北省仙桃市'],
    ['659001', '新疆维吾尔自治区石河子市'],
    ['419001', '河南省济源市'],
    ['370212', '山东省青岛市崂山区'],
    ['220200', '吉林省吉林市'],
    ['810000', '香港特别行政区'],
  ])('%s is %s', (code, name) => {
    expect(isRegion(code)).toBe(true);
    expect(regionName(code)).toBe(name);
  });

  it.each(['110199', '999999', '11010', '1101080', '', 'toString', '11010X', '110103'])('%j is no region today', (code) => {
    expect(isRegion(code)).toBe(false);
    expect(regionName(code)).toBeUndefined();
    expect(regionLevel(code)).toBeUndefined();
  });

  it('knows the level of a code', () => {
    expect(['110000', '320100', '320102'].map(regionLevel)).toEqual(['PROVINCE', 'CITY', 'COUNTY']);
  });

  it('every region can be reached by picking, and has a name that begins with its province', () => {
    const all = provinces().flatMap((province) => [
      province,
      ...citiesOf(province.code).flatMap((city) => [city, ...countiesOf(city.code)]),
    ]);
    expect(provinces()).toHaveLength(34);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(3800);
    for (const { code, name } of all) {
      expect(isRegion(code)).toBe(true);
      expect(regionName(code)?.startsWith(regionName(`${code.slice(0, 2)}0000`) ?? '?')).toBe(true);
      if (regionLevel(code) === 'COUNTY') expect(regionName(code)?.endsWith(name)).toBe(true);
    }
  });

  it('picks step by step, in the order of codes', () => {
    expect(provinces().slice(0, 2)).toEqual([
      { code: '110000', name: '北京市' },
      { code: '120000', name: '天津市' },
    ]);
    expect(citiesOf('320000')[0]).toEqual({ code: '320100', name: '南京市' });
    expect(countiesOf('320100')[0]).toEqual({ code: '320102', name: '玄武区' });
    expect(citiesOf('320100')).toEqual([]);
    expect(countiesOf('320000')).toEqual([]);
    expect(citiesOf('')).toEqual([]);
  });
});

describe('regions of ID numbers', () => {
  it.each([
    ['110103', '北京市崇文区'],
    ['320103', '江苏省南京市白下区'],
    ['500383', '重庆市永川市'],
    ['654325', undefined],
    ['310119', undefined],
  ])('F6 the retired %s was %s', (code, name) => expect(retiredRegionName(code)).toBe(name));

  it.each([
    ['110108', 'CURRENT'],
    ['110103', 'RETIRED'],
    ['310119', 'UNLISTED'],
    ['469003', 'UNLISTED'],
    ['512301', 'UNLISTED'],
    ['000000', 'IMPOSSIBLE'],
    ['990101', 'IMPOSSIBLE'],
    ['710101', 'IMPOSSIBLE'],
    ['810000', 'IMPOSSIBLE'],
    ['11010', 'IMPOSSIBLE'],
    ['', 'IMPOSSIBLE'],
  ])('F6 %s is %s', (code, status) => expect(idRegionStatus(code)).toBe(status));

  it('F6 known means current or retired', () => {
    expect(['110108', '110103', '310119', '990101', 'constructor'].map(isKnownIdRegion)).toEqual([true, true, false, false, false]);
    expect(['110108', '110103', '310119'].map(knownRegionName)).toEqual(['北京市海淀区', '北京市崇文区', undefined]);
  });
});

describe('region schemas', () => {
  const problem = (schema: typeof RegionCode, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message);

  it('refuse a region that does not exist', () => {
    expect(RegionCode.parse('320100')).toBe('320100');
    expect(problem(RegionCode, '320199')).toEqual(['REGION_UNKNOWN']);
    expect(problem(RegionCode, 320100)).toEqual(['TYPE_WRONG']);
    expect(problem(RegionCode, undefined)).toEqual(['REQUIRED']);
  });

  it('ask for a county where something is to be delivered', () => {
    expect(CountyCode.parse('320102')).toBe('320102');
    expect(problem(CountyCode, '320100')).toEqual(['REGION_UNKNOWN']);
  });

  it('R8 accept a retired 生源所在地', () => {
    expect(OriginRegionCode.parse('110103')).toBe('110103');
    expect(problem(OriginRegionCode, '110199')).toEqual(['REGION_UNKNOWN']);
  });
});
