import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { useCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { ClassField, CohortField, CollegeField } from '../lists/place-fields.tsx';
import type { SchoolPlaces } from '../lists/use-school.ts';
import { useListWords } from '../lists/words.ts';
import { Candidates } from './desk-candidates.tsx';
import { keepFiles, prepareFiles, type Candidate, type CandidateQuery, type FileReport } from './desk-preparing.ts';
import { useDeskFileWords } from './desk-words.ts';

const officeFields = [
  ['handler', 'handler'],
  ['phone', 'phone'],
  ['address', 'officeAddress'],
  ['postcode', 'postcode'],
] as const;

/** R64: files of chosen graduates, or of all of a query, under the next serials; or kept at the school (F1). */
export function PrepareFiles({ school }: { readonly school: SchoolPlaces }) {
  const say = useDeskFileWords();
  const lists = useListWords();
  const cache = useQueryClient();
  const [query, setQuery] = useState<CandidateQuery>({
    cohort: school.cohorts[0] ?? null,
    collegeId: null,
    className: null,
    state: 'CURRENT',
  });
  const [chosen, setChosen] = useState<ReadonlyMap<string, Candidate>>(new Map());
  const { value: office, change: setOffice } = useDraft('dispatch-office', { handler: '', phone: '', address: '', postcode: '' });
  const [volumes, setVolumes] = useState(1);
  const [note, setNote] = useState('');
  const done = () => {
    setChosen(new Map());
    void cache.invalidateQueries({ queryKey: ['dispatches'] });
  };
  const prepare = useCommand((of: CandidateQuery | readonly Candidate[], headers) => prepareFiles({ office, volumes }, of, headers), done);
  const keep = useCommand((of: readonly Candidate[], headers) => keepFiles(of, note, headers), done);
  const narrow = (change: Partial<CandidateQuery>) => {
    setQuery({ ...query, ...change });
    setChosen(new Map());
  };
  const busy = prepare.isPending || keep.isPending;
  const people = [...chosen.values()];
  const [cohort, college] = [String(query.cohort ?? ''), query.collegeId ?? ''];
  return (
    <>
      <div className="toolbar" role="group" aria-label={lists('filters')}>
        <CohortField school={school} value={cohort} onChange={(value) => narrow({ cohort: Number(value), className: null })} />
        <CollegeField school={school} value={college} onChange={(value) => narrow({ collegeId: value || null, className: null })} />
        <ClassField
          school={school}
          cohort={cohort}
          college={college}
          value={query.className ?? ''}
          onChange={(value) => narrow({ className: value || null })}
        />
        <Field label={say('number')}>
          <select value={query.state ?? ''} onChange={({ target }) => narrow({ state: target.value === 'CURRENT' ? 'CURRENT' : null })}>
            <option value="CURRENT">{say('withNumber')}</option>
            <option value="">{say('everybody')}</option>
          </select>
        </Field>
      </div>
      <Candidates query={query} chosen={chosen} onChoose={setChosen} />
      <div className="toolbar">
        {officeFields.map(([name, label]) => (
          <Field key={name} label={say(label)} problem={problemOfField(prepare.error, `office.${name}`)}>
            <input value={office[name]} onChange={({ target }) => setOffice({ ...office, [name]: target.value })} />
          </Field>
        ))}
        <Field label={say('volumes')} problem={problemOfField(prepare.error, 'volumes')}>
          <input type="number" min={1} max={20} value={volumes} onChange={({ target }) => setVolumes(target.valueAsNumber)} />
        </Field>
      </div>
      <p className="soft">{say('prepareHelp')}</p>
      <div className="actions">
        <button type="button" className="button" disabled={busy || people.length === 0} onClick={() => prepare.mutate(people)}>
          {say('prepareChosen', { count: people.length })}
        </button>
        <button type="button" className="plain-button" disabled={busy || query.cohort === null} onClick={() => prepare.mutate(query)}>
          {say('prepareQuery')}
        </button>
      </div>
      <WriteState of={prepare} />
      {prepare.data && <Outcome report={prepare.data} />}
      <div className="toolbar">
        <Field label={say('keepNote')} problem={problemOfField(keep.error, 'note')}>
          <input value={note} maxLength={200} onChange={({ target }) => setNote(target.value)} />
        </Field>
        <button
          type="button"
          className="plain-button"
          disabled={busy || people.length === 0 || note.trim() === ''}
          onClick={() => keep.mutate(people)}
        >
          {say('keepChosen', { count: people.length })}
        </button>
      </div>
      <WriteState of={keep} />
      {keep.data && <Outcome report={keep.data} />}
    </>
  );
}

function Outcome({ report: { done, skipped } }: { readonly report: FileReport }) {
  const say = useDeskFileWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [done]);
  return (
    <div role="status" ref={box}>
      <p>{say('prepared', { done: done.length, skipped: skipped.length })}</p>
      <ul>
        {done.map(
          ({ name, serial }) =>
            serial !== null && (
              <li key={serial}>
                {name}: <span className="number">{serial}</span>
              </li>
            ),
        )}
      </ul>
      {skipped.length > 0 && (
        <ul aria-label={say('skippedOnes')}>
          {skipped.map(({ graduateId, name, reason }) => (
            <li key={graduateId}>
              {name}: {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
