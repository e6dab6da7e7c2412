import { narrow } from '../text/characters.ts';
import { personNameKey } from '../text/person-name.ts';

const key = (name: string): string => narrow(name).replace(/\s/g, '');

export interface DirectoryCounsellor {
  readonly id: string;
  readonly name: string;
  /** Sign-in name, which schools use as staff number. */
  readonly staffNo: string | null;
}

/** Colleges and counsellors of one school, found as rosters name them. */
export interface SchoolDirectory {
  /** X26: a school may have no colleges. */
  readonly hasColleges: boolean;
  findCollege(name: string): string | undefined;
  /** Ids of the counsellors with this name or staff number. */
  findCounsellors(nameOrNumber: string): readonly string[];
}

export function createSchoolDirectory(
  colleges: readonly { readonly id: string; readonly name: string }[],
  counsellors: readonly DirectoryCounsellor[],
): SchoolDirectory {
  const collegeIds = new Map(colleges.map(({ id, name }) => [key(name), id]));
  return {
    hasColleges: colleges.length > 0,
    findCollege: (name) => collegeIds.get(key(name)),
    findCounsellors: (text) => {
      const byNumber = counsellors.filter(({ staffNo }) => staffNo !== null && staffNo.toLowerCase() === key(text).toLowerCase());
      const found = byNumber.length > 0 ? byNumber : counsellors.filter(({ name }) => personNameKey(name) === personNameKey(text));
      return found.map(({ id }) => id);
    },
  };
}
