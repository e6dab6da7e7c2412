import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { Dialog } from '../lists/dialog.tsx';
import { UnitForm } from './desk-unit-form.tsx';
import { useDirectoryWords } from './words.ts';

/** A unit as it stands now, to be checked and put right; one of the province is the province's to change. */
export function UnitDialog({ unitId, onClose }: { readonly unitId: string; readonly onClose: () => void }) {
  const say = useDirectoryWords();
  const {
    data: unit,
    error,
    refetch,
  } = useQuery({
    queryKey: ['units', unitId],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => answerOf(api.GET('/api/directory/units/{unitId}', { params: { path: { unitId } }, signal })),
  });
  return (
    <Dialog title={unit ? say('changeOne', { name: unit.name }) : say('change')} onClose={onClose}>
      {error ? (
        <Failure part error={error} onRetry={() => void refetch()} />
      ) : !unit ? (
        <Loading />
      ) : unit.own ? (
        <UnitForm unit={unit} onDone={onClose} />
      ) : (
        <p>{say('notOwn')}</p>
      )}
    </Dialog>
  );
}
