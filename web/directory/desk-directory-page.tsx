import { useId, useState } from 'react';
import { useTitle } from '../app/title.ts';
import { api } from '../http/client.ts';
import { Dialog } from '../lists/dialog.tsx';
import { Field } from '../lists/field.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useListWords } from '../lists/words.ts';
import { RegionPicker } from '../registration/region-picker.tsx';
import { FoundUnits } from './desk-found.tsx';
import { ImportUnits } from './desk-import.tsx';
import { UnitDialog } from './desk-unit-dialog.tsx';
import { UnitForm } from './desk-unit-form.tsx';
import { useDirectoryWords } from './words.ts';

/** Where files may go: searched, checked, put right, and brought in by sheets. */
export function Component() {
  const say = useDirectoryWords();
  const lists = useListWords();
  const { get, set } = useFilters();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const picker = useId();
  useTitle(say('title'));
  const [region, checked, mayHoldFiles] = [get('region'), get('checked'), get('mayHoldFiles')];
  const given = {
    ...(region !== '' && { region }),
    ...(checked !== '' && { checked: checked as 'true' }),
    ...(mayHoldFiles !== '' && { mayHoldFiles: mayHoldFiles as 'true' }),
  };
  const pages = usePages(['units', given], (cursor, signal) =>
    api.GET('/api/directory/units', { params: { query: { cursor, limit: pageSize, ...given } }, signal }),
  );
  const choose = (name: string) => ({ value: get(name), onChange: ({ target }: { target: { value: string } }) => set(name, target.value) });
  return (
    <>
      <div className="page-head">
        <h1>{say('title')}</h1>
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {say('add')}
        </button>
      </div>
      <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
        <Field label={say('search')} help={say('searchHelp')}>
          <input type="search" maxLength={100} value={text} onChange={({ target }) => setText(target.value)} />
        </Field>
        <div className="field">
          <label htmlFor={picker}>{say('region')}</label>
          <RegionPicker id={picker} label={say('region')} value={region} onChange={(code) => set('region', code)} invalid={false} />
        </div>
        <Field label={say('checked')}>
          <select {...choose('checked')}>
            <option value="">{lists('all')}</option>
            <option value="true">{say('yesChecked')}</option>
            <option value="false">{say('notChecked')}</option>
          </select>
        </Field>
        <Field label={say('mayHoldFiles')}>
          <select {...choose('mayHoldFiles')}>
            <option value="">{lists('all')}</option>
            <option value="true">{say('true')}</option>
            <option value="false">{say('false')}</option>
          </select>
        </Field>
      </form>
      <FoundUnits text={text} region={region} onChoose={setChosen} />
      <ListTable
        caption={say('title')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('none')}
        columns={[
          { key: 'name', heading: say('name'), cell: ({ name }) => name },
          { key: 'region', heading: say('region'), cell: ({ regionName }) => regionName },
          { key: 'contact', heading: say('contact'), cell: ({ contact, phone }) => [contact, phone].filter(Boolean).join(' ') },
          {
            key: 'holds',
            heading: say('mayHoldFiles'),
            cell: (unit) => say(unit.mayHoldFiles === null ? 'unknown' : unit.mayHoldFiles ? 'true' : 'false'),
          },
          {
            key: 'checked',
            heading: say('checked'),
            cell: (unit) => (
              <span className={`tag ${unit.checked ? 'good' : 'warn'}`}>{say(unit.checked ? 'yesChecked' : 'notChecked')}</span>
            ),
          },
          { key: 'source', heading: say('source'), cell: ({ source, ofProvince }) => (ofProvince ? say('ofProvince') : say(source)) },
          {
            key: 'change',
            heading: say('change'),
            cell: ({ id, name, own }) =>
              own && (
                <button type="button" className="link-button" aria-label={say('changeOne', { name })} onClick={() => setChosen(id)}>
                  {say('change')}
                </button>
              ),
          },
        ]}
      />
      <ImportUnits />
      {adding && (
        <Dialog title={say('add')} onClose={() => setAdding(false)}>
          <UnitForm unit={undefined} onDone={() => setAdding(false)} />
        </Dialog>
      )}
      {chosen !== undefined && <UnitDialog unitId={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
