import type { Region } from '../../domain/regions/regions.ts';
import { RegionName } from './region-name.tsx';
import { useRegions } from './use-regions.ts';
import { useRegistrationWords } from './words.ts';
import './region-picker.css';

interface Props {
  readonly id: string;
  readonly label: string;
  /** A code of any level, or nothing yet; one that is no longer in force is named below the lists, which do not have it. */
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly describedBy?: string;
  readonly invalid: boolean;
}

/** Province, city and county as three lists: the telephone's own pickers, which everybody knows and every reader reads. */
export function RegionPicker({ id, label, value, onChange, describedBy, invalid }: Props) {
  const say = useRegistrationWords();
  const lists = useRegions();
  const province = value === '' ? '' : `${value.slice(0, 2)}0000`;
  const city = value === '' || value === province ? '' : `${value.slice(0, 4)}00`;
  const county = value === city || value === province ? '' : value;
  const list = (name: string, chosen: string, regions: readonly Region[] = [], above: string, level: 'province' | 'city' | 'county') => (
    <select
      id={name}
      aria-label={`${label}: ${say(level)}`}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={chosen}
      disabled={regions.length === 0}
      onChange={({ target }) => onChange(target.value === '' ? above : target.value)}
    >
      <option value="">{say(level)}</option>
      {regions.map(({ code, name: regionName }) => (
        <option key={code} value={code}>
          {regionName}
        </option>
      ))}
    </select>
  );
  return (
    <div className="region-picker" aria-busy={lists === undefined}>
      {list(id, province, lists?.provinces(), '', 'province')}
      {list(`${id}-city`, city, province === '' ? [] : lists?.citiesOf(province), province, 'city')}
      {list(`${id}-county`, county, city === '' ? [] : lists?.countiesOf(city), city, 'county')}
      {value !== '' && lists?.isRegion(value) === false && (
        <p className="soft">
          {say('formerRegion')}
          <RegionName code={value} />
        </p>
      )}
    </div>
  );
}
