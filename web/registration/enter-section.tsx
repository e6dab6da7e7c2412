import { useId, useState, type FormEvent } from 'react';
import type { SectionKind } from '../../domain/registration/section.ts';
import { WriteState } from '../app/write-state.tsx';
import { EvidencePicker } from '../evidence/evidence-picker.tsx';
import type { Evidence } from '../evidence/send-evidence.ts';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useCheckedContent } from './checked-content.ts';
import { SectionFieldsView } from './section-fields-view.tsx';
import { typedOf, type Typed } from './section-fields.ts';

/** R16: the school acts for a graduate, with a reason and evidence; a second person decides. */
export function EnterSection({ graduate, section }: { readonly graduate: StaffGraduate; readonly section: SectionKind }) {
  const say = useRecordWords();
  const { allowedActions } = graduate;
  const [open, setOpen] = useState(false);
  if (!allowedActions.some(({ action, target, allowed }) => action === 'ENTER_SECTION' && target === section && allowed)) return null;
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('act')}</summary>
      {open && <EntryForm graduate={graduate} section={section} onDone={() => setOpen(false)} />}
    </details>
  );
}

interface Entry {
  readonly content: Record<string, unknown>;
  readonly evidenceIds: string[];
  readonly basedOn: string | null;
  readonly reason: string;
}

function EntryForm({
  graduate,
  section,
  onDone,
}: {
  readonly graduate: StaffGraduate;
  readonly section: SectionKind;
  readonly onDone: () => void;
}) {
  const say = useRecordWords();
  const reasonId = useId();
  const { id } = graduate;
  const { current } = graduate.sections[section];
  const [typed, setTyped] = useState<Typed>(current ? typedOf(current.content) : {});
  const [evidence, setEvidence] = useState<readonly Evidence[]>(current?.evidence ?? []);
  const [reason, setReason] = useState('');
  const { form, content, problems, check } = useCheckedContent(section, typed);
  const enter = useGraduateCommand(
    id,
    (body: Entry, header) =>
      answerOf(api.POST('/api/graduates/{id}/sections/{section}/entries', { params: { path: { id, section }, header }, body })),
    onDone,
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    void check().then((ok) => {
      if (ok) enter.mutate({ content, evidenceIds: evidence.map((file) => file.id), basedOn: current?.id ?? null, reason });
    });
  };
  return (
    <form ref={form} onSubmit={send} noValidate>
      <p className="soft">{say('actHelp')}</p>
      <SectionFieldsView
        section={section}
        typed={typed}
        problemOf={(field) => problems[field]}
        onFill={(more) => setTyped({ ...typed, ...more })}
      />
      <EvidencePicker graduateId={id} section={section} files={evidence} onChange={setEvidence} />
      <div className="field">
        <label htmlFor={reasonId}>{say('reason')}</label>
        <textarea id={reasonId} rows={2} maxLength={200} required value={reason} onChange={({ target }) => setReason(target.value)} />
      </div>
      <button className="button" disabled={enter.isPending || reason.trim() === ''}>
        {say('submit')}
      </button>
      <WriteState of={enter} />
    </form>
  );
}
