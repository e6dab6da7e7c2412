import { WriteState } from '../app/write-state.tsx';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';

/** The school closes an opening before its day (X7). */
export function CloseOpening({
  graduate: { id, allowedActions },
  opening,
}: {
  readonly graduate: StaffGraduate;
  readonly opening: StaffGraduate['openings'][number];
}) {
  const say = useRecordWords();
  const close = useGraduateCommand(id, (openingId: string, header) =>
    answerOf(
      api.POST('/api/graduates/{id}/openings/{openingId}/closing', { params: { path: { id, openingId }, header }, body: {} as never }),
    ),
  );
  if (!allowedActions.some(({ action, target, allowed }) => action === 'CLOSE_OPENING' && target === opening.section && allowed))
    return null;
  return (
    <>
      <button type="button" className="link-button" disabled={close.isPending} onClick={() => close.mutate(opening.id)}>
        {say('closeOpening')}
      </button>
      <WriteState of={close} />
    </>
  );
}
