import { useParams } from 'react-router';
import { sectionKinds } from '../../domain/registration/section.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { ContentList } from '../registration/content-list.tsx';
import { EnterSection } from '../registration/enter-section.tsx';
import { ScopeTerms } from '../registration/scope-terms.tsx';
import { VersionHistory } from '../registration/version-history.tsx';
import { inShanghai } from '../text/in-shanghai.ts';
import { useBilingual } from '../text/words.ts';
import { IssueTransferNumber } from '../transfer-numbers/issue-one.tsx';
import { BasicSection } from './basic-section.tsx';
import { useRecordWords } from './record-words.ts';
import { useStaffGraduate, type StaffGraduate } from './staff-graduate.ts';
import '../app/phone.css';
import '../registration/registration.css';

/** One graduate-year as a desk sees it: of grants the status and never the number (R25, R30). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useRecordWords();
  const graduate = useStaffGraduate(graduateId);
  useTitle(say('basic'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  const { basic, school, cohort, college, removedAt, overdue, confirmation } = graduate.data;
  return <>
    <h1>{basic.name}</h1>
    <p className="soft">{[school.name, college, basic.className, cohort].filter(Boolean).join(' · ')} {overdue && <strong>· {say('late')}</strong>}</p>
    {removedAt && <p className="notice warning">{say('removed', { at: inShanghai(removedAt) })}</p>}
    <p className="notice"><strong>{say('confirmation')}: {say(confirmation.status)}</strong></p>
    {sectionKinds.map((section) => <Section key={section} graduate={graduate.data} section={section} />)}
    <Numbers graduate={graduate.data} />
    <BasicSection graduate={graduate.data} />
  </>;
}

function Section({ graduate, section }: { readonly graduate: StaffGraduate; readonly section: (typeof sectionKinds)[number] }) {
  const say = useRecordWords();
  const inWords = useBilingual();
  const { current, latest, warnings } = graduate.sections[section];
  return <section className="card">
    <h2>{say(section)}</h2>
    {current ? <ContentList section={section} content={current.content} /> : <p className="soft">{say('nothing')}</p>}
    {latest && ['COLLEGE_REVIEW', 'SCHOOL_REVIEW'].includes(latest.status) && <><h3>{say('inReview')}</h3><ContentList section={section} content={latest.content} /></>}
    {warnings.length > 0 && <ul className="notice warning">{warnings.map(({ code, words, clause }) => <li key={code}>{inWords(words)} ({clause})</li>)}</ul>}
    <VersionHistory graduateId={graduate.id} section={section} />
    <EnterSection graduate={graduate} section={section} />
    <ScopeTerms graduate={graduate} scope={section} />
  </section>;
}

function Numbers({ graduate }: { readonly graduate: StaffGraduate }) {
  const say = useRecordWords();
  const { id, grants, transferNumbers } = graduate;
  return <section className="card">
    <h2>{say('grants')}</h2>
    <ul>{grants.map(({ kind, status }) => <li key={kind}>{say(kind)}: {say(status)} · <a href={`/api/graduates/${id}/statement-previews/${kind}`} download>{say('preview', { kind: say(kind) })}</a></li>)}</ul>
    <h2>{say('numbers')}</h2>
    {transferNumbers.length === 0 ? <p className="soft">{say('none')}</p> : <ul>{transferNumbers.map((number) => <li key={number.id}>
      {say(number.kind)} · {say(number.status)} {number.transferNumber && <><code>{number.transferNumber}</code> · <a href={`/api/transfer-numbers/${number.id}/statement`} download>{say('statement')}</a></>}
    </li>)}</ul>}
    {(['DOSSIER', 'HUKOU'] as const).map((kind) => <IssueTransferNumber key={kind} graduate={graduate} kind={kind} />)}
  </section>;
}
