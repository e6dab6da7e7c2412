import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { WriteState } from '../app/write-state.tsx';
import { Field } from '../lists/field.tsx';
import { useGraduateListWords } from './graduate-list-words.ts';
import { useSavedFilters } from './saved-filters.ts';

/** The filters in the address by a name of one's own, and those of before as links. */
export function SavedFilterBar() {
  const say = useGraduateListWords();
  const [search] = useSearchParams();
  const { saved, save, remove, keeping, isKnown } = useSavedFilters();
  const [name, setName] = useState('');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    save(name.trim(), search.toString());
    setName('');
  };
  return (
    <details className="card">
      <summary>{say('saved')}</summary>
      <ul>
        {saved.map((one) => (
          <li key={one.name}>
            <Link to={`?${one.search}`}>{one.name}</Link>{' '}
            <button type="button" className="link-button" onClick={() => remove(one.name)}>
              {say('remove', { name: one.name })}
            </button>
          </li>
        ))}
      </ul>
      <form className="toolbar" onSubmit={keep}>
        <Field label={say('saveAs')} help={say('saveHelp')}>
          <input required maxLength={20} pattern=".*\S.*" value={name} onChange={({ target }) => setName(target.value)} />
        </Field>
        <button className="button" disabled={!isKnown}>
          {say('save')}
        </button>
      </form>
      <WriteState of={keeping} />
    </details>
  );
}
