import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { useSchool } from '../lists/use-school.ts';
import { useListWords } from '../lists/words.ts';
import type { Staff } from './staff.ts';
import { useStaffWords } from './staff-words.ts';

interface Given {
  readonly cohort: number;
  readonly collegeId: string | null;
  readonly className: string;
  readonly given: boolean;
}

/** X31: the classes of a counsellor. */
export function ManageClasses({ person }: { readonly person: Staff }) {
  const say = useStaffWords();
  const lists = useListWords();
  const cache = useQueryClient();
  const { data: school } = useSchool();
  const [chosen, setChosen] = useState('');
  const others = school?.classes.filter(({ counsellorId }) => counsellorId !== person.id) ?? [];
  const assign = useCommand(
    (body: Given, headers) =>
      answerOf(api.POST('/api/staff/{accountId}/classes', { params: { path: { accountId: person.id } }, body, headers })),
    () => {
      setChosen('');
      void cache.invalidateQueries({ queryKey: ['staff'] });
      void cache.invalidateQueries({ queryKey: ['school'] });
    },
  );
  const nameOf = ({ cohort, className }: { cohort: number; className: string }) => `${cohort} ${className}`;
  const add = () => {
    const found = others[Number(chosen)];
    if (found) assign.mutate({ cohort: found.cohort, collegeId: found.collegeId, className: found.className, given: true });
  };
  return (
    <>
      <h3>{say('classes')}</h3>
      <ul>
        {person.classes.map(({ graduates, ...held }) => (
          <li key={`${nameOf(held)} ${held.collegeId}`}>
            {nameOf(held)} <span className="soft">{say('graduates', { count: graduates })}</span>{' '}
            <button
              type="button"
              className="link-button"
              aria-label={say('takeClass', { name: nameOf(held) })}
              onClick={() => assign.mutate({ ...held, given: false })}
            >
              {say('take')}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="toolbar"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={lists('className')}>
          <select required value={chosen} onChange={({ target }) => setChosen(target.value)}>
            <option value="" />
            {others.map((held, index) => (
              <option key={`${nameOf(held)} ${held.collegeId}`} value={index}>
                {nameOf(held)}
              </option>
            ))}
          </select>
        </Field>
        <button className="button" disabled={assign.isPending}>
          {say('addClass')}
        </button>
      </form>
      <WriteState of={assign} />
    </>
  );
}
