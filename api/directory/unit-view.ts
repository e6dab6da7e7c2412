import { z } from 'zod';
import { ReceivingUnit, UnitSource } from '../../domain/directory/receiving-unit.ts';
import { regionName } from '../../domain/regions/regions.ts';
import type { DirectoryKeeper, StoredUnit } from '../../infra/directory/unit-store.ts';
import { InstantText, instantText } from '../http/moments.ts';

/** A unit as it fills a dossier section. */
export const UnitView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    region: z.string(),
    regionName: z.string(),
    address: z.string().nullable(),
    postcode: z.string().nullable(),
    contact: z.string().nullable(),
    phone: z.string().nullable(),
    mayHoldFiles: ReceivingUnit.shape.mayHoldFiles.unwrap(),
    checked: z.boolean().meta({ description: 'Somebody has looked at it; the others were named in a registration' }),
  })
  .meta({ id: 'ReceivingUnit' });

/** A unit as those see it who keep the directory. */
export const KeptUnit = UnitView.extend({
  version: z.int().meta({ description: 'To be sent back as If-Match with a change' }),
  source: UnitSource,
  ofProvince: z.boolean().meta({ description: 'Kept by the province' }),
  own: z.boolean().meta({ description: 'Kept by whoever asks, who may change it' }),
  checkedAt: InstantText.nullable(),
  checkedBy: z.string().nullable(),
  confirmedAt: InstantText.nullable().meta({ description: 'The last approved registration that named it, to the day' }),
}).meta({ id: 'KeptReceivingUnit' });

export function unitView({
  id,
  name,
  region,
  address,
  postcode,
  contact,
  phone,
  mayHoldFiles,
  checkedAt,
}: StoredUnit): z.infer<typeof UnitView> {
  return {
    id,
    name,
    region,
    regionName: regionName(region) ?? region,
    address,
    postcode,
    contact,
    phone,
    mayHoldFiles,
    checked: checkedAt !== null,
  };
}

/** For graduates: whom to call there is shown once somebody has checked it, since it may be what another graduate has typed. */
export const unitForGraduate = (unit: StoredUnit): z.infer<typeof UnitView> => ({
  ...unitView(unit),
  ...(unit.checkedAt === null && { contact: null, phone: null }),
});

const moment = (at: number | null): string | null => (at === null ? null : instantText(at));

export const keptUnit = (unit: StoredUnit, { owner }: Pick<DirectoryKeeper, 'owner'>): z.infer<typeof KeptUnit> => ({
  ...unitView(unit),
  version: unit.version,
  source: unit.source,
  ofProvince: unit.owner.length === 6,
  own: unit.owner === owner,
  checkedAt: moment(unit.checkedAt),
  checkedBy: unit.checkedBy,
  confirmedAt: moment(unit.confirmedAt),
});
