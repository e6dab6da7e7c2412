import { useState } from 'react';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { ActionButton } from './action-button.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { useCorrectionWords } from './correction-words.ts';
import type { Correction } from './correction.ts';
import type { StaffGraduate } from './staff-graduate.ts';

/** The school corrects the basic information of one graduate, of the version that is shown. */
export function CorrectOne({ graduate: { id, version, basic, allowedActions } }: { readonly graduate: StaffGraduate }) {
  const say = useCorrectionWords();
  const [open, setOpen] = useState(false);
  const correct = useGraduateCommand(
    id,
    (body: Correction, header) =>
      answerOf(
        api.POST('/api/graduates/{id}/basic-information/correction', {
          params: { path: { id }, header },
          body,
          headers: { 'If-Match': `"${version}"` },
        }),
      ),
    () => setOpen(false),
  );
  if (!allowedActions.some(({ action }) => action === 'CORRECT_BASIC_INFORMATION')) return null;
  return (
    <>
      <p role="status">{correct.isSuccess && say('done')}</p>
      <ActionButton actions={allowedActions} action="CORRECT_BASIC_INFORMATION" onPress={() => setOpen(true)}>
        {say('correct')}
      </ActionButton>
      {open && (
        <CorrectionDialog
          key={version}
          title={say('correct')}
          people={new Map([[id, basic.name]])}
          basic={basic}
          draftName={`${id}:correction`}
          write={correct}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
