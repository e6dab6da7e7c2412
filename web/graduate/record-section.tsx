import type { sectionKinds } from '../../domain/registration/section.ts';
import { ContentList } from '../registration/content-list.tsx';
import { EnterSection } from '../registration/enter-section.tsx';
import { EnterVoid } from '../registration/enter-void.tsx';
import { ScopeTerms } from '../registration/scope-terms.tsx';
import { typedOf } from '../registration/section-fields.ts';
import { VersionHistory } from '../registration/version-history.tsx';
import { WithdrawEntry } from '../registration/withdraw-entry.tsx';
import { useBilingual } from '../text/words.ts';
import { useRecordWords } from './record-words.ts';
import type { StaffGraduate } from './staff-graduate.ts';

/** What is in force, what is at a desk, and what the school may do about it. */
export function RecordSection({
  graduate,
  section,
}: {
  readonly graduate: StaffGraduate;
  readonly section: (typeof sectionKinds)[number];
}) {
  const say = useRecordWords();
  const inWords = useBilingual();
  const { current, latest, warnings } = graduate.sections[section];
  const inReview = latest && ['COLLEGE_REVIEW', 'SCHOOL_REVIEW'].includes(latest.status) ? latest : null;
  return (
    <section className="card">
      <h2>{say(section)}</h2>
      {current ? <ContentList section={section} content={current.content} /> : <p className="soft">{say('nothing')}</p>}
      {inReview && (
        <>
          <h3>{say('inReview')}</h3>
          {inReview.intent === 'VOID' ? (
            <p>{say('voidInReview', { reason: inReview.reason ?? typedOf(inReview.content)['note'] ?? '' })}</p>
          ) : (
            <ContentList section={section} content={inReview.content} />
          )}
          <WithdrawEntry graduate={graduate} section={section} versionId={inReview.id} />
        </>
      )}
      {warnings.length > 0 && (
        <ul className="notice warning">
          {warnings.map(({ code, words, clause }) => (
            <li key={code}>
              {inWords(words)} ({clause})
            </li>
          ))}
        </ul>
      )}
      <VersionHistory graduateId={graduate.id} section={section} />
      <EnterSection graduate={graduate} section={section} />
      {section === 'DESTINATION' && current && <EnterVoid graduate={graduate} versionId={current.id} />}
      <ScopeTerms graduate={graduate} scope={section} />
    </section>
  );
}
