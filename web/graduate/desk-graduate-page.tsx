import { useOutletContext, useParams } from 'react-router';
import { sectionKinds } from '../../domain/registration/section.ts';
import { mayDo, type Me } from '../access/me.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { confirmationMarks } from '../confirmation/status-names.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { IssueTransferNumber } from '../transfer-numbers/issue-one.tsx';
import { BasicSection } from './basic-section.tsx';
import { RecordSection } from './record-section.tsx';
import { useRecordWords } from './record-words.ts';
import { RemoveGraduate } from './remove-graduate.tsx';
import { useStaffGraduate, type StaffGraduate } from './staff-graduate.ts';
import '../app/phone.css';
import '../lists/lists.css';
import '../registration/registration.css';

/** One graduate-year as a desk sees it: of grants the status and never the number (R25, R30). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useRecordWords();
  const me = useOutletContext<Me>();
  const graduate = useStaffGraduate(graduateId);
  useTitle(say('basic'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  const { basic, school, cohort, college, removedAt, overdue, confirmation } = graduate.data;
  return (
    <>
      <h1>{basic.name}</h1>
      <p className="soft">{[school.name, college, basic.className, cohort].filter(Boolean).join(' · ')}</p>
      {removedAt && <p className="notice warning">{say('removed', { at: inShanghai(removedAt) })}</p>}
      <p>
        {say('confirmation')}: <span className={`tag ${confirmationMarks[confirmation.status]}`}>{say(confirmation.status)}</span>{' '}
        {overdue && <span className="tag bad">{say('late')}</span>}
      </p>
      {sectionKinds.map((section) => (
        <RecordSection key={section} graduate={graduate.data} section={section} />
      ))}
      <Numbers graduate={graduate.data} />
      <BasicSection graduate={graduate.data} />
      {!removedAt && mayDo(me, { resource: 'graduate', action: 'remove' }) && <RemoveGraduate graduate={graduate.data} />}
    </>
  );
}

function Numbers({ graduate }: { readonly graduate: StaffGraduate }) {
  const say = useRecordWords();
  const mayPreview = mayDo(useOutletContext<Me>(), { resource: 'statement', action: 'preview' });
  const { id, grants, transferNumbers } = graduate;
  return (
    <section className="card">
      <h2>{say('grants')}</h2>
      <ul>
        {grants.map(({ kind, status }) => (
          <li key={kind}>
            {say(kind)}: {say(status)}
            {mayPreview && (
              <>
                {' '}
                ·{' '}
                <a href={`/api/graduates/${id}/statement-previews/${kind}`} download>
                  {say('preview', { kind: say(kind) })}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <h2>{say('numbers')}</h2>
      {transferNumbers.length === 0 ? (
        <p className="soft">{say('none')}</p>
      ) : (
        <ul>
          {transferNumbers.map((number) => (
            <li key={number.id}>
              {say(number.kind)} · {say(number.status)}{' '}
              {number.transferNumber && (
                <>
                  <code>{number.transferNumber}</code> ·{' '}
                  <a href={`/api/transfer-numbers/${number.id}/statement`} download>
                    {say('statement')}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {(['DOSSIER', 'HUKOU'] as const).map((kind) => (
        <IssueTransferNumber key={kind} graduate={graduate} kind={kind} />
      ))}
    </section>
  );
}
