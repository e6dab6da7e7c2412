import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, type FormEvent } from 'react';
import type { SectionKind } from '../../domain/registration/section.ts';
import { WriteState } from '../app/write-state.tsx';
import { EvidencePicker } from '../evidence/evidence-picker.tsx';
import type { Evidence } from '../evidence/send-evidence.ts';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { problemOfField } from '../lists/field-problem.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { useCheckedContent } from './checked-content.ts';
import { Consequences, type SubmissionPreview } from './consequences.tsx';
import { HomeUnit } from './home-unit.tsx';
import { SectionFieldsView } from './section-fields-view.tsx';
import { typedOf, type Typed } from './section-fields.ts';
import { useRegistrationWords } from './words.ts';

interface Draft {
  readonly typed: Typed;
  readonly evidence: readonly Evidence[];
}
interface Props {
  readonly graduate: OwnGraduate;
  readonly section: SectionKind;
  readonly onDone: () => void;
}

/** The form of a section: it begins from what was returned, or from what is in force (R15), and asks for what the category needs. */
export function SectionForm({ graduate, section, onDone }: Props) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  const { colon } = usePunctuation();
  const { current, latest } = graduate.sections[section];
  const start = latest?.status === 'RETURNED' && latest.intent === 'SET' ? latest : current;
  const draft = useDraft<Draft>(`${graduate.id}:${section}:${start?.id ?? 'new'}`, {
    typed: start ? typedOf(start.content) : {},
    evidence: start?.evidence ?? [],
  });
  const { typed, evidence } = draft.value;
  const { form, content, problems, check } = useCheckedContent(section, typed);
  const asked = useDeferredValue(JSON.stringify(content));
  const preview = useQuery<SubmissionPreview>({
    queryKey: ['submission-preview', graduate.id, section, asked],
    staleTime: 5_000,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/graduates/{id}/sections/{section}/preview', {
          params: { path: { id: graduate.id, section } },
          body: { content: JSON.parse(asked) as Record<string, unknown> },
          signal,
        }),
      ),
  });
  const submit = useGraduateCommand(
    graduate.id,
    (body: { content: Record<string, unknown>; evidenceIds: string[]; basedOn: string | null }, header) =>
      answerOf(
        api.POST('/api/graduates/{id}/sections/{section}/submissions', {
          params: { path: { id: graduate.id, section }, header },
          body,
        }),
      ),
    () => {
      draft.forget();
      onDone();
    },
  );

  const fill = (more: Typed) => draft.change({ evidence, typed: { ...typed, ...more } });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void check().then((ok) => {
      if (ok) submit.mutate({ content, evidenceIds: evidence.map(({ id }) => id), basedOn: current?.id ?? null });
    });
  };
  const returned = latest?.status === 'RETURNED' ? latest.returned : null;
  const problemOf = (name: string): string | undefined =>
    problems[name] ?? problemOfField(submit.error, name) ?? problemOfField(submit.error, `content.${name}`);
  return (
    <form ref={form} className="card" onSubmit={send} noValidate>
      {draft.restored && (
        <p className="soft" role="status">
          {say('restored')}
        </p>
      )}
      <SectionFieldsView
        section={section}
        typed={typed}
        problemOf={problemOf}
        onFill={fill}
        below={(field) => (
          <>
            {returned?.fields.includes(field) && (
              <p className="field-problem">
                {say('reviewer')}
                {colon}
                {returned.text || inWords(returned.words)}
              </p>
            )}
            {field === 'type' && typed.type === 'HOME' && <HomeUnit graduateId={graduate.id} onFill={fill} />}
          </>
        )}
      />
      <EvidencePicker
        graduateId={graduate.id}
        section={section}
        files={evidence}
        onChange={(files) => draft.change({ typed, evidence: files })}
        need={
          typeof preview.data?.evidenceNeeded === 'boolean'
            ? { needed: preview.data.evidenceNeeded, expected: preview.data.evidenceExpected }
            : undefined
        }
      />
      {preview.data && (current ?? (preview.data.returnsToUnconfirmed || preview.data.numbersEnded > 0)) && (
        <Consequences preview={preview.data} />
      )}
      {Object.keys(problems).length > 0 && (
        <p className="field-problem" role="alert">
          {say('problems', { count: Object.keys(problems).length })}
        </p>
      )}
      <p className="form-actions">
        <button className="button" disabled={submit.isPending}>
          {say('submit')}
        </button>
      </p>
      <WriteState of={submit} />
    </form>
  );
}
