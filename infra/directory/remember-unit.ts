import { rememberedUnit } from '../../domain/directory/remembered-unit.ts';
import type { SectionVersion } from '../../domain/registration/section.ts';
import { prepared, timestamp, type Statement } from '../record/statement.ts';

const isIt = `"owner" = $1 AND unit_key("name") = unit_key($2) AND "regionCode" = $3`;

/** What the school's province has checked needs no second entry. */
const insertUnknown = `INSERT INTO "receiving_unit" ("id", "owner", "name", "regionCode", "address", "postcode", "contact", "phone", "source", "confirmedAt")
  SELECT $4::uuid, $1, $2, $3, $5, $6, $7, $8, 'REGISTRATION', $9::timestamptz WHERE NOT EXISTS (
    SELECT FROM "receiving_unit" p WHERE p."owner" = $10 AND unit_key(p."name") = unit_key($2) AND p."regionCode" = $3)
  ON CONFLICT ("owner", unit_key("name"), "regionCode") DO NOTHING`;

// Once a day at most, or a thousand approvals that name one unit would wait for each other. Only what nobody has checked is completed.
const confirmKnown = `UPDATE "receiving_unit" SET "confirmedAt" = $8,
    "address" = CASE WHEN "checkedAt" IS NULL THEN coalesce("address", $4) ELSE "address" END, "postcode" = CASE WHEN "checkedAt" IS NULL THEN coalesce("postcode", $5) ELSE "postcode" END,
    "contact" = CASE WHEN "checkedAt" IS NULL THEN coalesce("contact", $6) ELSE "contact" END, "phone" = CASE WHEN "checkedAt" IS NULL THEN coalesce("phone", $7) ELSE "phone" END
  WHERE ${isIt} AND ("confirmedAt" IS NULL OR "confirmedAt" < $8::timestamptz - INTERVAL '1 day' OR ("checkedAt" IS NULL AND "address" IS NULL AND $4::text IS NOT NULL))`;

/** What an approved section adds to the school's directory: a unit that nobody has checked yet, or that one of it is still in use. */
export function rememberStatements(
  version: SectionVersion | null,
  { schoolId, provinceCode }: { readonly schoolId: string; readonly provinceCode: string },
  newId: () => string,
  at: number,
): Statement[] {
  const unit = version && rememberedUnit(version.section, version.content);
  if (!unit) return [];
  const { name, region, address, postcode, contact, phone } = unit;
  return [
    prepared(insertUnknown, [schoolId, name, region, newId(), address, postcode, contact, phone, timestamp(at), provinceCode]),
    prepared(confirmKnown, [schoolId, name, region, address, postcode, contact, phone, timestamp(at)]),
  ];
}
