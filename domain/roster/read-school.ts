import { narrow } from '../text/characters.ts';
import { cellText } from './cell-value.ts';
import { numberText, readAs, unreadable } from './cell-reader.ts';
import type { RosterContext } from './roster-row.ts';
import type { RowReader } from './row-reader.ts';

const plain = (name: string): string => narrow(name).replace(/\s/g, '');

/** A roster is one school's: code and name must be that school's, and the college one of its own. */
export function readSchool(
  reader: RowReader,
  { school, directory }: RosterContext,
): { collegeId: string | null; counsellorId: string | null } {
  const code = reader.read('schoolCode', (value) => readAs(numberText(value)), school.code);
  if (code !== school.code) reader.report('schoolCode', 'SCHOOL_CODE_MISMATCH', { expected: school.code });
  const name = reader.read('schoolName', (value) => readAs(cellText(value)), school.name);
  if (plain(name) !== plain(school.name)) reader.report('schoolName', 'SCHOOL_NAME_MISMATCH', { expected: school.name });
  return {
    collegeId: reader.read(
      'college',
      (value) => {
        const id = directory.findCollege(cellText(value));
        // X26: a school without colleges writes whatever it likes here.
        if (id === undefined && directory.hasColleges) return unreadable('COLLEGE_UNKNOWN');
        return readAs(id ?? null);
      },
      null,
    ),
    counsellorId: reader.read(
      'counsellor',
      (value) => {
        const ids = directory.findCounsellors(cellText(value));
        if (ids.length > 1) return readAs(null, 'COUNSELLOR_AMBIGUOUS');
        return ids[0] === undefined ? readAs(null, 'COUNSELLOR_UNKNOWN') : readAs(ids[0]);
      },
      null,
    ),
  };
}
