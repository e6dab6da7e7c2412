import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';
import { Field } from '../lists/field.tsx';
import { useNoticeWords } from './words.ts';

export type NoticeSchool = components['schemas']['NoticeSchool'];

/** For a province or the ministry: the schools that a notice is for, found by code or name; none leaves nobody out. */
export function NoticeSchools({
  chosen,
  problem,
  onChange,
}: {
  readonly chosen: readonly NoticeSchool[];
  readonly problem?: string;
  readonly onChange: (schools: readonly NoticeSchool[]) => void;
}) {
  const say = useNoticeWords();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['notice-schools', text],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answerOf(api.GET('/api/notice-schools', { params: { query: { text } }, signal })),
  });
  const found = text === '' ? undefined : data?.schools.filter(({ id }) => !chosen.some((school) => school.id === id));
  const called = ({ code, name }: NoticeSchool): string => `${code} ${name}`;
  return (
    <fieldset>
      <legend>{say('schools')}</legend>
      <p role="status" className="soft">
        {chosen.length === 0 ? say('allSchools') : say('chosenSchools', { count: chosen.length })}
      </p>
      {chosen.length > 0 && (
        <ul className="people">
          {chosen.map((school) => (
            <li key={school.id}>
              {called(school)}{' '}
              <button
                type="button"
                className="link-button"
                aria-label={say('dropSchool', { name: school.name })}
                onClick={() => onChange(chosen.filter(({ id }) => id !== school.id))}
              >
                {say('drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label={say('findSchool')} help={say('findSchoolHelp')} problem={problem}>
        <input type="search" maxLength={100} autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </Field>
      <div aria-live="polite">
        {found?.length === 0 && <p className="soft">{say('noSchool')}</p>}
        {found && found.length > 0 && (
          <ul className="people" aria-label={say('foundSchools')}>
            {found.map((school) => (
              <li key={school.id}>
                <button
                  type="button"
                  className="link-button"
                  aria-label={say('addSchool', { name: called(school) })}
                  onClick={() => onChange([...chosen, school])}
                >
                  {called(school)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </fieldset>
  );
}
