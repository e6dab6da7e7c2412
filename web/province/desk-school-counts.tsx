import { Stage } from '../../domain/lifecycle/stage.ts';
import { stageWords } from '../../domain/lifecycle/stage-words.ts';
import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { usePages } from '../lists/use-pages.ts';
import { useBilingual } from '../text/words.ts';
import { useProvinceWords } from './words.ts';

/** How far each school is: counts, and nothing about anybody. */
export function SchoolCounts() {
  const say = useProvinceWords();
  const inWords = useBilingual();
  const pages = usePages(['school-counts'], async (_, signal) => {
    const { data } = await api.GET('/api/statistics/schools', { params: { query: {} }, signal });
    return { data: data && { items: data.schools, nextCursor: null } };
  });
  return <section>
    <h2>{say('counts')}</h2>
    <ListTable caption={say('counts')} pages={pages} keyOf={({ schoolId, cohort }) => `${schoolId} ${cohort}`} empty={say('noSchools')} columns={[
      { key: 'school', heading: say('school'), cell: ({ name, code }) => `${name} (${code})` },
      { key: 'cohort', heading: say('cohort'), cell: ({ cohort }) => cohort },
      { key: 'graduates', heading: say('graduates'), figures: true, cell: ({ graduates }) => graduates },
      { key: 'overdue', heading: say('overdue'), figures: true, cell: ({ overdue }) => overdue },
      ...Stage.options.map((stage) => ({ key: stage, heading: inWords(stageWords[stage]), figures: true, cell: ({ stages }: { stages: Record<string, number> }) => stages[stage] ?? 0 })),
    ]} />
  </section>;
}
