import { useId, useRef, useState, type FormEvent } from 'react';
import { parseSectionContent } from '../../domain/registration/section-content.ts';
import type { SectionKind } from '../../domain/registration/section.ts';
import { fieldProblems, isFieldProblem } from '../../domain/text/field-problems.ts';
import { WriteState } from '../app/write-state.tsx';
import { EvidencePicker } from '../evidence/evidence-picker.tsx';
import type { Evidence } from '../evidence/send-evidence.ts';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useBilingual } from '../text/words.ts';
import { FormFieldView } from './form-field.tsx';
import { contentOf, fieldsOf, typedOf, type Typed } from './section-fields.ts';
import { UnitSuggestions } from './unit-suggestions.tsx';

/** R16: the school acts for a graduate, with a reason and evidence; a second person decides. */
export function EnterSection({ graduate, section }: { readonly graduate: StaffGraduate; readonly section: SectionKind }) {
  const say = useRecordWords();
  const { allowedActions } = graduate;
  const [open, setOpen] = useState(false);
  if (!allowedActions.some(({ action, target, allowed }) => action === 'ENTER_SECTION' && target === section && allowed)) return null;
  return <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
    <summary>{say('act')}</summary>
    {open && <EntryForm graduate={graduate} section={section} onDone={() => setOpen(false)} />}
  </details>;
}

interface Entry { readonly content: Record<string, unknown>; readonly evidenceIds: string[]; readonly basedOn: string | null; readonly reason: string }

function EntryForm({ graduate, section, onDone }: { readonly graduate: StaffGraduate; readonly section: SectionKind; readonly onDone: () => void }) {
  const say = useRecordWords();
  const inWords = useBilingual();
  const form = useRef<HTMLFormElement>(null);
  const reasonId = useId();
  const { id } = graduate;
  const { current } = graduate.sections[section];
  const [typed, setTyped] = useState<Typed>(current ? typedOf(current.content) : {});
  const [evidence, setEvidence] = useState<readonly Evidence[]>(current?.evidence ?? []);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const enter = useGraduateCommand(id, (body: Entry, header) => answerOf(api.POST('/api/graduates/{id}/sections/{section}/entries', { params: { path: { id, section }, header }, body })), onDone);
  const fill = (more: Typed) => setTyped({ ...typed, ...more });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const content = contentOf(section, typed);
    const parsed = parseSectionContent(section, content);
    setProblems(parsed.ok ? {} : Object.fromEntries(parsed.problems.map(({ field, code }) => [field, inWords(fieldProblems[isFieldProblem(code) ? code : 'TYPE_WRONG'])])));
    if (parsed.ok) return enter.mutate({ content, evidenceIds: evidence.map((file) => file.id), basedOn: current?.id ?? null, reason });
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  return <form ref={form} onSubmit={send} noValidate>
    <p className="soft">{say('actHelp')}</p>
    {fieldsOf(section, typed).map((field) => <div key={field.name}>
      <FormFieldView field={field} value={typed[field.name] ?? ''} problem={problems[field.name]} onChange={(value) => fill({ [field.name]: value })} />
      {field.kind === 'UNIT' && <UnitSuggestions text={typed.unitName ?? ''} region={typed.region ?? ''} onChoose={fill} />}
    </div>)}
    <EvidencePicker graduateId={id} section={section} files={evidence} onChange={setEvidence} />
    <div className="field"><label htmlFor={reasonId}>{say('reason')}</label><textarea id={reasonId} rows={2} maxLength={200} required value={reason} onChange={({ target }) => setReason(target.value)} /></div>
    <button className="button" disabled={enter.isPending || reason.trim() === ''}>{say('submit')}</button>
    <WriteState of={enter} />
  </form>;
}
