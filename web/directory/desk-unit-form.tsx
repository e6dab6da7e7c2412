import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import type { components } from '../../generated/openapi.ts';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { RegionPicker } from '../registration/region-picker.tsx';
import { useDirectoryWords } from './words.ts';

export type KeptUnit = components['schemas']['KeptReceivingUnit'];

const lengths = { address: 200, postcode: 6, contact: 60, phone: 30 } as const;
type Body = Pick<KeptUnit, 'name' | 'region' | keyof typeof lengths | 'mayHoldFiles'>;
const nothing: Body = { name: '', region: '', address: null, postcode: null, contact: null, phone: null, mayHoldFiles: null };

/** Whoever saves a unit has checked it, changed or not. */
export function UnitForm({ unit, onDone }: { readonly unit: KeptUnit | undefined; readonly onDone: () => void }) {
  const say = useDirectoryWords();
  const cache = useQueryClient();
  const picker = useId();
  const { name, region, address, postcode, contact, phone, mayHoldFiles } = unit ?? nothing;
  const [value, setValue] = useState<Body>({ name, region, address, postcode, contact, phone, mayHoldFiles });
  const done = () => {
    for (const key of ['units', 'unit-search']) void cache.invalidateQueries({ queryKey: [key] });
    onDone();
  };
  const save = useCommand(async (body: Body, headers) => {
    if (unit)
      await api.POST('/api/directory/units/{unitId}', {
        params: { path: { unitId: unit.id } },
        body,
        headers: { ...headers, 'If-Match': `"${unit.version}"` },
      });
    else await api.POST('/api/directory/units', { body, headers });
  }, done);
  const remove = useCommand(
    (unitId: string, headers) => api.DELETE('/api/directory/units/{unitId}', { params: { path: { unitId } }, headers }),
    done,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(value);
  };
  const regionProblem = problemOfField(save.error, 'region');
  return (
    <form onSubmit={submit}>
      <Field label={say('name')} problem={problemOfField(save.error, 'name')}>
        <input required maxLength={100} value={value.name} onChange={({ target }) => setValue({ ...value, name: target.value })} />
      </Field>
      <div className="field">
        <label htmlFor={picker}>{say('region')}</label>
        <RegionPicker
          id={picker}
          label={say('region')}
          value={value.region}
          onChange={(code) => setValue({ ...value, region: code })}
          invalid={regionProblem !== undefined}
          describedBy={regionProblem && `${picker}-problem`}
        />
        {regionProblem && (
          <span className="field-problem" id={`${picker}-problem`}>
            {regionProblem}
          </span>
        )}
      </div>
      {(Object.keys(lengths) as (keyof typeof lengths)[]).map((field) => (
        <Field key={field} label={say(field)} problem={problemOfField(save.error, field)}>
          <input
            maxLength={lengths[field]}
            value={value[field] ?? ''}
            onChange={({ target }) => setValue({ ...value, [field]: target.value || null })}
          />
        </Field>
      ))}
      <Field label={say('mayHoldFiles')}>
        <select
          value={String(value.mayHoldFiles ?? '')}
          onChange={({ target }) => setValue({ ...value, mayHoldFiles: target.value === '' ? null : target.value === 'true' })}
        >
          <option value="">{say('unknown')}</option>
          <option value="true">{say('true')}</option>
          <option value="false">{say('false')}</option>
        </select>
      </Field>
      <button className="button" disabled={save.isPending}>
        {say('save')}
      </button>
      <WriteState of={save} />
      {unit && (
        <details>
          <summary>{say('remove')}</summary>
          <p>{say('removeSure')}</p>
          <button type="button" className="danger-button" disabled={remove.isPending} onClick={() => remove.mutate(unit.id)}>
            {say('remove')}
          </button>
          <WriteState of={remove} />
        </details>
      )}
    </form>
  );
}
