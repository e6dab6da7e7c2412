import { idRegionStatus } from '../regions/id-regions.ts';
import { citiesOf, countiesOf, isRegion, provinces, regionLevel, regionName } from '../regions/regions.ts';
import { cellText, codeText } from './cell-value.ts';
import { readAs, unreadable, type CellReader } from './cell-reader.ts';

// Rosters separate the levels or repeat the municipality: 江苏省/南京市/玄武区, 北京市市辖区海淀区, 北京市北京市海淀区.
const nameKey = (name: string): string =>
  name
    .replace(/[\s\-—/·,，]/g, '')
    .replace('市辖区', '')
    .replace(/^(.{2}市)\1/, '$1');

let byName: ReadonlyMap<string, string> | undefined;

function regionsByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    provinces()
      .flatMap(({ code }) => [
        code,
        ...citiesOf(code).flatMap((city) => [city.code, ...countiesOf(city.code).map((county) => county.code)]),
      ])
      // A city that is only a heading has its province's name: the province, which comes first, keeps it.
      .toReversed()
      .map((code) => [nameKey(regionName(code) ?? ''), code]),
  );
  return byName;
}

/** The code of a region in force by its joined name, such as 江苏省南京市玄武区. */
export function findRegionByName(name: string): string | undefined {
  return regionsByName().get(nameKey(name));
}

/** A region in force, by code or joined name. */
export const readRegion: CellReader<string> = (value) => {
  const code = codeText(value);
  const found = isRegion(code) ? code : findRegionByName(cellText(value));
  return found === undefined ? unreadable('REGION_UNKNOWN') : readAs(found);
};

/** 生源所在地: as above, and the code of a region that no longer exists, with a warning. */
export const readOriginRegion: CellReader<string> = (value) => {
  const code = codeText(value);
  return idRegionStatus(code) === 'RETIRED' ? readAs(code, 'REGION_RETIRED') : readRegion(value);
};

/** The county that an address begins with, and what follows it; undefined when it begins with none. */
export function splitAddress(address: string): { readonly region: string; readonly rest: string } | undefined {
  // The longest name first: a county's name may go on where a city's ends.
  for (let length = Math.min(address.length, 40); length > 0; length -= 1) {
    const region = findRegionByName(address.slice(0, length));
    if (region !== undefined && regionLevel(region) === 'COUNTY') return { region, rest: address.slice(length).replace(/^[\s,，]+/, '') };
  }
  return undefined;
}
