import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState, type FormEvent } from 'react';
import { parseSectionContent } from '../../domain/registration/section-content.ts';
import type { SectionKind } from '../../domain/registration/section.ts';
import { fieldProblems, isFieldProblem } from '../../domain/text/field-problems.ts';
import { WriteState } from '../app/write-state.tsx';
import { EvidencePicker } from '../evidence/evidence-picker.tsx';
import type { Evidence } from '../evidence/send-evidence.ts';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { ProblemError } from '../http/problem.ts';
import { useBilingual } from '../text/words.ts';
import { Consequences, type SubmissionPreview } from './consequences.tsx';
import { FormFieldView } from './form-field.tsx';
import { HomeUnit } from './home-unit.tsx';
import { contentOf, fieldsOf, typedOf, type Typed } from './section-fields.ts';
import { UnitSuggestions } from './unit-suggestions.tsx';
import { useRegistrationWords } from './words.ts';

interface Draft { readonly typed: Typed; readonly evidence: readonly Evidence[] }
interface Props { readonly graduate: OwnGraduate; readonly section: SectionKind; readonly onDone: () => void }

/** The form of a section: it begins from what was returned, or from what is in force (R15), and asks for what the category needs. */
export function SectionForm({ graduate, section, onDone }: Props) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  const form = useRef<HTMLFormElement>(null);
  const { current, latest } = graduate.sections[section];
  const start = latest?.status === 'RETURNED' && latest.intent === 'SET' ? latest : current;
  const draft = useDraft<Draft>(`${graduate.id}:${section}:${start?.id ?? 'new'}`, { typed: start ? typedOf(start.content) : {}, evidence: start?.evidence ?? [] });
  const { typed, evidence } = draft.value;
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const content = contentOf(section, typed);
  const asked = useDeferredValue(JSON.stringify(content));
  const preview = useQuery<SubmissionPreview>({
    queryKey: ['submission-preview', graduate.id, section, asked], staleTime: 5_000, placeholderData: (before) => before,
    queryFn: ({ signal }) => answerOf(api.POST('/api/graduates/{id}/sections/{section}/preview', { params: { path: { id: graduate.id, section } }, body: { content: JSON.parse(asked) as Record<string, unknown> }, signal })),
  });
  const submit = useGraduateCommand(graduate.id, (body: { content: Record<string, unknown>; evidenceIds: string[]; basedOn: string | null }, header) => answerOf(api.POST('/api/graduates/{id}/sections/{section}/submissions', {
    params: { path: { id: graduate.id, section }, header }, body,
  })), () => { draft.forget(); onDone(); });

  const fill = (more: Typed) => draft.change({ evidence, typed: { ...typed, ...more } });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseSectionContent(section, content);
    const found = parsed.ok ? {} : Object.fromEntries(parsed.problems.map(({ field, code }) => [field, inWords(fieldProblems[isFieldProblem(code) ? code : 'TYPE_WRONG'])]));
    setProblems(found);
    if (parsed.ok) return submit.mutate({ content, evidenceIds: evidence.map(({ id }) => id), basedOn: current?.id ?? null });
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const returned = latest?.status === 'RETURNED' ? latest.returned : null;
  const problemOf = (name: string): string | undefined => problems[name] ?? refusedField(submit.error, name, inWords);
  return <form ref={form} className="card" onSubmit={send} noValidate>
    {draft.restored && <p className="soft" role="status">{say('restored')}</p>}
    {fieldsOf(section, typed).map((field) => <div key={field.name}>
      <FormFieldView field={field} value={typed[field.name] ?? ''} problem={problemOf(field.name)} onChange={(value) => fill({ [field.name]: value })} />
      {returned?.fields.includes(field.name) && <p className="field-problem">{say('reviewer')}: {returned.text || inWords(returned.words)}</p>}
      {field.name === 'type' && typed.type === 'HOME' && <HomeUnit graduateId={graduate.id} onFill={fill} />}
      {field.kind === 'UNIT' && <UnitSuggestions text={typed.unitName ?? ''} region={typed.region ?? ''} onChoose={fill} />}
    </div>)}
    <EvidencePicker graduateId={graduate.id} section={section} files={evidence} onChange={(files) => draft.change({ typed, evidence: files })}
      need={preview.data?.complete ? { needed: preview.data.evidenceNeeded, expected: preview.data.evidenceExpected } : undefined} />
    {preview.data && current && <Consequences preview={preview.data} />}
    {Object.keys(problems).length > 0 && <p className="field-problem" role="alert">{say('problems', { count: Object.keys(problems).length })}</p>}
    <p className="form-actions"><button className="button" disabled={submit.isPending}>{say('submit')}</button></p>
    <WriteState of={submit} />
  </form>;
}

/** The server knows more than the schema; what it says about a field stands beside it. */
function refusedField(error: unknown, name: string, inWords: (words: { zh: string; en: string }) => string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const fault = error.problem.fields?.find(({ field }) => field === name || field === `content.${name}`);
  return fault && inWords(fault);
}
