import { Loading } from '../app/loading.tsx';
import { Failure } from '../app/failure.tsx';
import { useTitle } from '../app/title.ts';
import { useFilters } from '../lists/use-filters.ts';
import { ChaseList } from './chase-list.tsx';
import { ClassTable } from './class-table.tsx';
import { useProgress } from './progress.ts';
import { useProgressWords } from './words.ts';
import '../lists/lists.css';

/** X31: where each class stands, who has what to do, and how to chase them. */
export function Component() {
  const say = useProgressWords();
  useTitle(say('title'));
  const { get } = useFilters();
  const progress = useProgress();
  if (progress.isPending) return <Loading />;
  if (!progress.data) return <Failure error={progress.error} onRetry={() => void progress.refetch()} />;
  const { classes } = progress.data;
  return (
    <>
      <h1>{say('title')}</h1>
      {classes.length === 0 ? (
        <p className="list-empty">{say('noClasses')}</p>
      ) : (
        <>
          <ClassTable classes={classes} />
          {/* What was marked belongs to the list it was marked in. */}
          <ChaseList key={['cohort', 'class', 'lacks'].map(get).join('/')} classes={classes} />
        </>
      )}
    </>
  );
}
