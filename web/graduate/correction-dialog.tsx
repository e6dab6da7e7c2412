import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import type { Bilingual } from '../../domain/text/language.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useDraft } from '../http/draft.ts';
import { Dialog } from '../lists/dialog.tsx';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { useBilingual } from '../text/words.ts';
import { CorrectionInput } from './correction-input.tsx';
import { CorrectionPreview } from './correction-preview.tsx';
import { useCorrectionWords } from './correction-words.ts';
import {
  checkedChanges,
  correctableFields,
  fieldsForMany,
  presentValue,
  type CorrectableField,
  type Correction,
  type TypedCorrection,
} from './correction.ts';
import { FieldChooser } from './field-chooser.tsx';
import type { OwnGraduate } from './own-graduate.ts';

interface Typed {
  readonly typed: TypedCorrection;
  readonly reason: string;
}

interface Props {
  readonly title: string;
  /** Whom it is about: their names by id. */
  readonly people: ReadonlyMap<string, string>;
  /** What stands there now, where it is about one. */
  readonly basic?: OwnGraduate['basic'];
  /** Under which what is being typed is kept. */
  readonly draftName: string;
  readonly write: UseMutationResult<unknown, Error, Correction>;
  readonly onClose: () => void;
}

/** R7: what is to be corrected and why, then what it means, then the correction; typing goes back before the preview. */
export function CorrectionDialog({ title, people, basic, draftName, write, onClose }: Props) {
  const say = useCorrectionWords();
  const inWords = useBilingual();
  const form = useRef<HTMLFormElement>(null);
  const chooser = useRef<HTMLSelectElement>(null);
  const [problems, setProblems] = useState<ReadonlyMap<string, Bilingual>>(new Map());
  const draft = useDraft<Typed>(draftName, { typed: {}, reason: '' });
  const { typed, reason } = draft.value;
  const preview = useMutation({
    mutationFn: (correction: Correction) =>
      answerOf(api.POST('/api/basic-information/corrections/preview', { body: { graduateIds: [...people.keys()], ...correction } })),
  });
  const change = (value: Typed) => {
    preview.reset();
    write.reset();
    setProblems(new Map());
    draft.change(value);
  };
  const fill = (field: CorrectableField, text: string) => change({ reason, typed: { ...typed, [field]: text } });
  const drop = (field: CorrectableField) => {
    change({ reason, typed: Object.fromEntries(Object.entries(typed).filter(([name]) => name !== field)) });
    chooser.current?.focus();
  };
  const fields = basic ? correctableFields : fieldsForMany;
  const chosen = fields.filter((field) => typed[field] !== undefined);
  const look = (event: FormEvent) => {
    event.preventDefault();
    const { changes, problems: found } = checkedChanges(Object.fromEntries(chosen.map((field) => [field, typed[field]])));
    setProblems(found);
    if (found.size === 0) preview.mutate({ changes, reason });
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  // Of one, the values that the preview refuses stand beside their fields.
  const refused = basic ? preview.data?.graduates[0]?.fields : undefined;
  const problemOf = (field: CorrectableField): string | undefined => {
    const found = problems.get(field) ?? refused?.find((fault) => fault.field === `changes.${field}`);
    return found ? inWords(found) : problemOfField(preview.error, `changes.${field}`);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} onSubmit={look} noValidate>
        <p className="soft">
          {say(basic ? 'help' : 'helpMany')} {draft.restored && <span role="status">{say('kept')}</span>}
        </p>
        <FieldChooser
          ref={chooser}
          left={fields.filter((field) => !chosen.includes(field))}
          onAdd={(field) => fill(field, presentValue(basic, field))}
        />
        {chosen.map((field) => (
          <CorrectionInput
            key={field}
            field={field}
            value={typed[field] ?? ''}
            problem={problemOf(field)}
            onChange={(text) => fill(field, text)}
            onDrop={() => drop(field)}
          />
        ))}
        <Field label={say('reason')} problem={problemOfField(preview.error, 'reason')}>
          <textarea required rows={2} maxLength={200} value={reason} onChange={({ target }) => change({ typed, reason: target.value })} />
        </Field>
        <button
          className={preview.data ? 'plain-button' : 'button'}
          disabled={preview.isPending || chosen.length === 0 || reason.trim() === ''}
        >
          {say('preview')}
        </button>
        {chosen.length === 0 && <p className="soft">{say('none')}</p>}
        <WriteState of={preview} />
      </form>
      <div aria-live="polite">{preview.data && <CorrectionPreview preview={preview.data} names={people} />}</div>
      {preview.data && preview.data.changes > 0 && (
        <button
          type="button"
          className="button"
          disabled={write.isPending}
          onClick={() => write.mutate(preview.variables, { onSuccess: draft.forget })}
        >
          {say('confirm')}
        </button>
      )}
      <WriteState of={write} />
    </Dialog>
  );
}
