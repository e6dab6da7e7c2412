// GB/T 2260 region codes from @vant/area-data (MIT). Beyond the standard it lists development zones, the towns of cities
// without counties (东莞), and districts of Taiwan, Hong Kong and Macao: all of them occur in addresses.
// Big: workflows must not import this folder.
import { areaList } from '@vant/area-data';

/** A province, a city or a county with its own, unjoined name. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** Which of the three levels a code belongs to. */
export type RegionLevel = 'PROVINCE' | 'CITY' | 'COUNTY';

const lists = {
  PROVINCE: areaList.province_list,
  CITY: areaList.city_list,
  COUNTY: areaList.county_list,
} as const;

const provinceCodeOf = (code: string): string => `${code.slice(0, 2)}0000`;
const cityCodeOf = (code: string): string => `${code.slice(0, 4)}00`;

/** The level of a code in force, undefined when there is no such region. */
export function regionLevel(code: string): RegionLevel | undefined {
  if (Object.hasOwn(lists.PROVINCE, code)) return 'PROVINCE';
  if (Object.hasOwn(lists.CITY, code)) return 'CITY';
  return Object.hasOwn(lists.COUNTY, code) ? 'COUNTY' : undefined;
}

/** True for a code in force, of any level. */
export function isRegion(code: string): boolean {
  return regionLevel(code) !== undefined;
}

// Cities that are only a heading in the standard: counties under the province, or the province's own name again.
function isHeading(cityName: string, provinceName: string): boolean {
  return cityName === provinceName || cityName === '县' || /^(省|自治区)直辖县/.test(cityName);
}

/** The joined name, `江苏省南京市玄武区`, `北京市海淀区`; undefined when there is no such region. */
export function regionName(code: string): string | undefined {
  const level = regionLevel(code);
  if (level === undefined) return undefined;
  const province = lists.PROVINCE[provinceCodeOf(code)] ?? '';
  if (level === 'PROVINCE') return province;
  const city = lists.CITY[cityCodeOf(code)] ?? '';
  const shownCity = isHeading(city, province) ? '' : city;
  return province + shownCity + (level === 'COUNTY' ? (lists.COUNTY[code] ?? '') : '');
}

const within = (list: Record<string, string>, prefix: string): readonly Region[] =>
  Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }));

/** All provinces, in the order of their codes. */
export function provinces(): readonly Region[] {
  return within(lists.PROVINCE, '');
}

/** The cities of a province; headings (`县`, `省直辖县`) are among them, since a county is picked through its city. */
export function citiesOf(provinceCode: string): readonly Region[] {
  return regionLevel(provinceCode) === 'PROVINCE' ? within(lists.CITY, provinceCode.slice(0, 2)) : [];
}

/** The counties of a city. */
export function countiesOf(cityCode: string): readonly Region[] {
  return regionLevel(cityCode) === 'CITY' ? within(lists.COUNTY, cityCode.slice(0, 4)) : [];
}
