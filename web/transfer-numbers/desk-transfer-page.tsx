import { useTitle } from '../app/title.ts';
import { Loading } from '../app/loading.tsx';
import { Failure } from '../app/failure.tsx';
import { useSchool } from '../lists/use-school.ts';
import { Exports } from './exports.tsx';
import { NumberBatches } from './number-batches.tsx';
import { PrintBatches } from './print-batches.tsx';
import { TransferFilters } from './transfer-filters.tsx';
import { TransferList } from './transfer-list.tsx';
import { useTransferQuery } from './transfer-query.ts';
import { useTransferWords } from './words.ts';
import '../lists/lists.css';

/** R38–R43: the transfer lists, their numbers made for a query, and files of them. */
export function Component() {
  const say = useTransferWords();
  useTitle(say('title'));
  const school = useSchool();
  const query = useTransferQuery(school.data?.cohorts[0]);
  if (school.error) return <Failure error={school.error} onRetry={() => void school.refetch()} />;
  if (!school.data) return <Loading />;
  return (
    <>
      <h1>{say('title')}</h1>
      <TransferFilters school={school.data} query={query} />
      <div className="cards">
        <NumberBatches query={query} />
        <Exports query={query} />
        <PrintBatches query={query} />
      </div>
      <TransferList query={query} />
    </>
  );
}
