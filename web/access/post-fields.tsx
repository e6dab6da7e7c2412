import { schoolPosts, type SchoolPost, type SchoolRole } from '../../domain/access/staff-posts.ts';
import { Field } from '../lists/field.tsx';
import { useSchool } from '../lists/use-school.ts';
import { useBilingual } from '../text/words.ts';
import { useStaffWords } from './staff-words.ts';

const roles = Object.keys(schoolPosts) as SchoolRole[];
export const firstPost: SchoolPost = { role: 'COLLEGE_REVIEWER', collegeId: null };

/** A post, and its college where it has one. */
export function PostFields({
  value,
  onChange,
  problem,
}: {
  readonly value: SchoolPost;
  readonly onChange: (post: SchoolPost) => void;
  readonly problem?: string;
}) {
  const say = useStaffWords();
  const inWords = useBilingual();
  const { data: school } = useSchool();
  const { college } = schoolPosts[value.role];
  return (
    <>
      <Field label={say('post')}>
        <select value={value.role} onChange={({ target }) => onChange({ role: target.value as SchoolRole, collegeId: null })}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {inWords(schoolPosts[role])}
            </option>
          ))}
        </select>
      </Field>
      {college !== 'NONE' && (
        <Field label={say('college')} problem={problem}>
          <select
            required={college === 'REQUIRED'}
            value={value.collegeId ?? ''}
            onChange={({ target }) => onChange({ ...value, collegeId: target.value || null })}
          >
            <option value="">{college === 'REQUIRED' ? '' : say('noCollege')}</option>
            {school?.colleges.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}
