import { useState } from 'react';
import { useOutletContext } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { Dialog } from '../lists/dialog.tsx';
import { useSchool } from '../lists/use-school.ts';
import { DispatchDetail } from './desk-detail.tsx';
import { DispatchFilters } from './desk-filters.tsx';
import { DispatchList } from './desk-list.tsx';
import { PaperBatches } from './desk-paper-batches.tsx';
import { PrepareFiles } from './desk-prepare.tsx';
import { useDispatchQuery } from './desk-query.ts';
import { TrackingSheet } from './desk-tracking.tsx';
import { useDeskFileWords } from './desk-words.ts';
import '../lists/lists.css';
import './desk-dispatch.css';

/** R61–R64: files from their preparation to the receipt. */
export function Component() {
  const say = useDeskFileWords();
  useTitle(say('title'));
  const me = useOutletContext<Me>();
  const school = useSchool();
  const query = useDispatchQuery(school.data?.cohorts[0]);
  const [opened, setOpened] = useState<string>();
  if (school.error) return <Failure error={school.error} onRetry={() => void school.refetch()} />;
  if (!school.data) return <Loading />;
  return (
    <>
      <div className="page-head">
        <h1>{say('title')}</h1>
        {mayDo(me, { resource: 'dispatch', action: 'prepare' }) && (
          <button type="button" className="button" onClick={() => setOpened('prepare')}>
            {say('prepare')}
          </button>
        )}
      </div>
      <DispatchFilters school={school.data} query={query} />
      <DispatchList query={query} onOpen={setOpened} />
      {mayDo(me, { resource: 'dispatch', action: 'record' }) && <TrackingSheet />}
      {mayDo(me, { resource: 'dispatch', action: 'print' }) && <PaperBatches query={query} />}
      {opened === 'prepare' && (
        <Dialog title={say('prepare')} onClose={() => setOpened(undefined)}>
          <PrepareFiles school={school.data} />
        </Dialog>
      )}
      {opened !== undefined && opened !== 'prepare' && (
        <Dialog title={say('detail')} onClose={() => setOpened(undefined)}>
          <DispatchDetail dispatchId={opened} me={me} />
        </Dialog>
      )}
    </>
  );
}
