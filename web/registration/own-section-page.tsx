import { useState } from 'react';
import { useParams } from 'react-router';
import type { SectionKind } from '../../domain/registration/section.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { Component as NotFound } from '../app/not-found-page.tsx';
import { useTitle } from '../app/title.ts';
import { focusContent } from '../app/use-focus-on-move.ts';
import { WriteState } from '../app/write-state.tsx';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { ActionButton } from '../graduate/action-button.tsx';
import { useOwnGraduate, type OwnGraduate } from '../graduate/own-graduate.ts';
import { sections } from '../graduate/sections.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { AskOpening } from './ask-opening.tsx';
import { AskVoid } from './ask-void.tsx';
import { ContentList } from './content-list.tsx';
import { SectionForm } from './section-form.tsx';
import { VersionHistory } from './version-history.tsx';
import { VersionProgress } from './version-progress.tsx';
import { useRegistrationWords } from './words.ts';
import './registration.css';

/** One of the three sections: what is in force, how far a change has come, and the form. */
export function Component() {
  const { graduateId = '', section: named = '' } = useParams();
  const say = useRegistrationWords();
  const section = sections.find((kind) => kind === named.toUpperCase());
  const graduate = useOwnGraduate(graduateId);
  useTitle(section && say(section));
  if (section === undefined) return <NotFound />;
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  return (
    <>
      <BackToHub graduateId={graduateId} />
      <h1>{say(section)}</h1>
      <Section key={section} graduate={graduate.data} section={section} />
    </>
  );
}

function Section({ graduate, section }: { readonly graduate: OwnGraduate; readonly section: SectionKind }) {
  const { list, colon } = usePunctuation();
  const say = useRegistrationWords();
  const inWords = useBilingual();
  const { current, latest, warnings, changedBySchool } = graduate.sections[section];
  const inReview = latest !== null && ['COLLEGE_REVIEW', 'SCHOOL_REVIEW'].includes(latest.status);
  const maySubmit = graduate.allowedActions.some(
    ({ action, target, allowed }) => action === 'SUBMIT_SECTION' && target === section && allowed,
  );
  const [editing, setEditing] = useState(current === null || latest?.status === 'RETURNED');
  const withdraw = useGraduateCommand(graduate.id, (versionId: string, header) =>
    answerOf(
      api.POST('/api/graduates/{id}/submissions/{versionId}/withdrawal', { params: { path: { id: graduate.id, versionId }, header } }),
    ),
  );
  const opening = graduate.openings.find((candidate) => candidate.section === section);
  return (
    <>
      {opening && <p className="notice">{say('openUntil', { until: opening.until.text, reason: opening.reason })}</p>}
      {latest && <VersionProgress version={latest} />}
      {inReview && latest.intent === 'SET' && (
        <section className="card">
          <h2>{say('submitted')}</h2>
          <ContentList section={section} content={latest.content} />
          <ActionButton
            actions={graduate.allowedActions}
            action="WITHDRAW_SUBMISSION"
            target={section}
            busy={withdraw.isPending}
            onPress={() => withdraw.mutate(latest.id)}
          >
            {say('withdraw')}
          </ActionButton>
          <WriteState of={withdraw} />
        </section>
      )}
      {warnings.length > 0 && (
        <section className="notice warning">
          <h2>{say('attention')}</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.code}>
                {inWords(warning.words)} ({warning.clause})
              </li>
            ))}
          </ul>
        </section>
      )}
      {changedBySchool && (
        <p className="notice warning">
          {say('bySchool')}
          {colon}
          {changedBySchool.map(({ words }) => inWords(words)).join(list)}
        </p>
      )}
      {current && (
        <section className="card">
          <h2>{say('current')}</h2>
          <ContentList section={section} content={current.content} />
        </section>
      )}
      {maySubmit && editing ? (
        <SectionForm
          graduate={graduate}
          section={section}
          onDone={() => {
            setEditing(false);
            focusContent();
            window.scrollTo(0, 0);
          }}
        />
      ) : (
        !inReview && (
          <p>
            <ActionButton actions={graduate.allowedActions} action="SUBMIT_SECTION" target={section} onPress={() => setEditing(true)}>
              {say(current ? 'edit' : latest ? 'again' : 'fillIn')}
            </ActionButton>
          </p>
        )
      )}
      {section === 'DESTINATION' && current && !inReview && <AskVoid graduate={graduate} versionId={current.id} />}
      {(current ?? latest) && <VersionHistory graduateId={graduate.id} section={section} />}
      <AskOpening graduate={graduate} section={section} />
    </>
  );
}
