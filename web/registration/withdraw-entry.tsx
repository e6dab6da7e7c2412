import type { SectionKind } from '../../domain/registration/section.ts';
import { WriteState } from '../app/write-state.tsx';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';

/** Whoever entered it takes it back before it is decided (R16). */
export function WithdrawEntry({
  graduate: { id, allowedActions },
  section,
  versionId,
}: {
  readonly graduate: StaffGraduate;
  readonly section: SectionKind;
  readonly versionId: string;
}) {
  const say = useRecordWords();
  const withdraw = useGraduateCommand(id, (_: null, header) =>
    answerOf(
      api.POST('/api/graduates/{id}/entries/{versionId}/withdrawal', { params: { path: { id, versionId }, header }, body: {} as never }),
    ),
  );
  if (!allowedActions.some(({ action, target, allowed }) => action === 'WITHDRAW_SUBMISSION' && target === section && allowed)) return null;
  return (
    <>
      <p>
        <button type="button" className="plain-button" disabled={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
          {say('withdraw')}
        </button>
      </p>
      <WriteState of={withdraw} />
    </>
  );
}
