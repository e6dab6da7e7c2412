import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { formatInstant } from '../../domain/calendar/shanghai.ts';
import type { SchoolDates } from '../../domain/calendar/school-dates.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import type { Calendar } from './calendar.ts';
import { useCalendarWords } from './words.ts';

const names = [
  'registrationOpensAt',
  'registrationClosesAt',
  'dossierClosesAt',
  'confirmationOpensAt',
  'confirmationClosesAt',
  'departureAt',
] as const satisfies readonly (keyof SchoolDates)[];
type Texts = Readonly<Record<(typeof names)[number], string>>;

/** Dates are typed and shown as clocks in Shanghai show them, wherever the browser stands. */
const typed = (at: string | null | undefined): string => (at ? formatInstant(Date.parse(at)).slice(0, 16).replace(' ', 'T') : '');
const instant = (text: string): string | null => (text === '' ? null : `${text}:00+08:00`);
const textsOf = ({ dates }: Calendar): Texts => Object.fromEntries(names.map((name) => [name, typed(dates[name])])) as Texts;
const datesOf = (texts: Texts): SchoolDates => Object.fromEntries(names.map((name) => [name, instant(texts[name])])) as SchoolDates;

/** R56: the school's own dates. The server refuses what is out of order or over, beside the date. */
export function SetDates({ cohort, calendar }: { readonly cohort: string; readonly calendar: Calendar }) {
  const say = useCalendarWords();
  const cache = useQueryClient();
  const [texts, setTexts] = useState(() => textsOf(calendar));
  const save = useCommand(
    (body: SchoolDates, headers) => answerOf(api.POST('/api/calendars/{cohort}', { params: { path: { cohort } }, body, headers })),
    (next) => cache.setQueryData(['calendar', cohort], next),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(datesOf(texts));
  };
  return (
    <form className="card" onSubmit={submit} aria-label={say('dates')}>
      <h2>{say('dates')}</h2>
      <div className="cards" style={{ alignItems: 'start' }}>
        {names.map((name) => (
          <Field key={name} label={say(name)} problem={problemOfField(save.error, name)}>
            <input type="datetime-local" value={texts[name]} onChange={({ target }) => setTexts({ ...texts, [name]: target.value })} />
          </Field>
        ))}
      </div>
      <p className="soft">{say('datesHelp')}</p>
      <div className="actions">
        <button className="button" disabled={save.isPending}>
          {say('save')}
        </button>
      </div>
      <WriteState of={save} />
      {save.isSuccess && <p role="status">{say('saved')}</p>}
    </form>
  );
}
