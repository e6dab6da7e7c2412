import { Link, useOutletContext, useParams } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { CancelImport } from './cancel-import.tsx';
import { CommitImport } from './commit-import.tsx';
import { HeadingForm } from './heading-form.tsx';
import { Refusal } from './refusal.tsx';
import { useRoster } from './roster.ts';
import { RosterReport } from './roster-report.tsx';
import { RosterSteps } from './roster-steps.tsx';
import { RosterCounts } from './roster-counts.tsx';
import { SectionsDecision } from './sections-decision.tsx';
import { UndoImport } from './undo-import.tsx';
import { useRosterWords } from './words.ts';

/** One import, from the upload to the second person: what is to be done now stands first. */
export function Component() {
  const { rosterId = '' } = useParams();
  const say = useRosterWords();
  const me = useOutletContext<Me>();
  const { data: roster, error, refetch } = useRoster(rosterId);
  useTitle(roster && say('one', { cohort: roster.cohort }));
  if (error && !roster) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!roster) return <Loading />;
  const mayChange = mayDo(me, { resource: 'roster', action: 'upload' });
  const isRead = !['UPLOADED', 'REFUSED'].includes(roster.status);
  return (
    <>
      <p>
        <Link to="/desk/rosters">{say('back')}</Link>
      </p>
      <h1>{say('one', { cohort: roster.cohort })}</h1>
      <RosterSteps roster={roster} />
      <Refusal roster={roster} />
      <RosterCounts roster={roster} />
      {mayChange && (
        <div className="actions">
          {roster.status === 'VALIDATED' && <CommitImport roster={roster} />}
          {isRead && <DownloadButton path={`/api/rosters/${roster.id}/report`}>{say('download')}</DownloadButton>}
          {['UPLOADED', 'VALIDATING', 'VALIDATED', 'MENDED', 'IMPORTING'].includes(roster.status) && <CancelImport id={roster.id} />}
          {roster.status === 'IMPORTED' && <UndoImport id={roster.id} />}
        </div>
      )}
      <SectionsDecision roster={roster} />
      {mayChange && ['VALIDATED', 'REFUSED'].includes(roster.status) && <HeadingForm roster={roster} />}
      {isRead && <RosterReport roster={roster} mayMend={mayChange && ['VALIDATED', 'IMPORTED'].includes(roster.status)} />}
    </>
  );
}
