import { stageWords } from '../../domain/lifecycle/stage-words.ts';
import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useBilingual } from '../text/words.ts';
import { useOperationWords } from './words.ts';

/** Who is overdue, or has commands that nobody answers; each with the way to its workflow. */
export function StuckGraduates({ stuck }: { readonly stuck: 'OVERDUE' | 'COMMANDS' }) {
  const say = useOperationWords();
  const inWords = useBilingual();
  const pages = usePages(['stuck', stuck], (cursor, signal) => api.GET('/api/operator/graduates', { params: { query: { cursor, limit: pageSize, stuck } }, signal }));
  return <section>
    <h2>{say(stuck)}</h2>
    <ListTable caption={say(stuck)} pages={pages} keyOf={({ graduateId }) => graduateId} empty={say('none')} columns={[
      { key: 'id', heading: say('id'), cell: ({ graduateId }) => <span className="number">{graduateId}</span> },
      { key: 'school', heading: say('school'), cell: ({ school }) => school },
      { key: 'cohort', heading: say('cohort'), cell: ({ cohort }) => cohort },
      { key: 'stage', heading: say('stage'), cell: ({ stage }) => inWords(stageWords[stage]) },
      { key: 'deadline', heading: say('nextDeadline'), cell: ({ nextDeadline }) => nextDeadline !== null && shortMoment(nextDeadline) },
      { key: 'waiting', heading: say('waiting'), figures: true, cell: ({ waitingCommands }) => waitingCommands },
      { key: 'oldest', heading: say('oldest'), cell: ({ oldestCommandAt }) => oldestCommandAt !== null && shortMoment(oldestCommandAt) },
      { key: 'workflow', heading: say('workflow'), cell: ({ workflow, graduateId }) => <a href={workflow} target="_blank" rel="noreferrer" aria-label={say('openOne', { id: graduateId })}>{say('open')}</a> },
    ]} />
  </section>;
}
