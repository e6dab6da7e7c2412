import { WriteState } from '../app/write-state.tsx';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';

/** The transfer number of one graduate, where it may be issued (R36, R38). */
export function IssueTransferNumber({
  graduate: { id, allowedActions },
  kind,
}: {
  readonly graduate: StaffGraduate;
  readonly kind: 'DOSSIER' | 'HUKOU';
}) {
  const say = useRecordWords();
  const issue = useGraduateCommand(id, (_: null, header) =>
    answerOf(api.POST('/api/graduates/{id}/transfer-numbers', { params: { path: { id }, header }, body: { kind } })),
  );
  if (!allowedActions.some(({ action, target, allowed }) => action === 'ISSUE_TRANSFER_NUMBER' && target === kind && allowed)) return null;
  return (
    <p>
      <button type="button" className="button" disabled={issue.isPending} onClick={() => issue.mutate(null)}>
        {say('issue', { kind: say(kind) })}
      </button>
      <WriteState of={issue} />
    </p>
  );
}
