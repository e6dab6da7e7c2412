const ofIt = `unit_key(u."name") = unit_key(v."content" ->> 'unitName') AND u."regionCode" = v."content" ->> 'region'`;
const owners = 'u."owner" IN (s."id"::text, s."provinceCode")';

/**
 * SQL for what a reviewer should know about the unit of a dossier, for `section_version v` and `school s`: the code of a warning
 * (domain/registration/warnings.ts), or null. Asked when it is looked at, since the directory changes by itself; a school without a
 * directory that somebody has checked is told nothing.
 */
export const unitWarning = `CASE WHEN v."section" = 'DOSSIER' AND v."intent" = 'SET' AND EXISTS (SELECT FROM "receiving_unit" u WHERE ${owners} AND u."checkedAt" IS NOT NULL)
  THEN nullif(coalesce((
    SELECT CASE WHEN u."checkedAt" IS NULL THEN 'UNIT_NOT_CHECKED' WHEN NOT u."mayHoldFiles" THEN 'UNIT_MAY_NOT_HOLD_FILES' ELSE 'NONE' END
    FROM "receiving_unit" u WHERE ${owners} AND ${ofIt} ORDER BY u."checkedAt" IS NULL, u."mayHoldFiles" LIMIT 1), 'UNIT_NOT_IN_DIRECTORY'), 'NONE') END`;
