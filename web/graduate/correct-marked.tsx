import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Outcomes } from '../lists/outcomes.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { useCorrectionWords } from './correction-words.ts';
import type { Correction } from './correction.ts';

type Names = ReadonlyMap<string, string>;
interface Outcome {
  readonly reply: components['schemas']['BulkReply'];
  readonly names: Names;
}

/** The same correction of all who are marked, each with its own outcome. */
export function CorrectMarked({ marked, onDone }: { readonly marked: Names; readonly onDone: () => void }) {
  const say = useCorrectionWords();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const correct = useCommand(
    (correction: Correction, header) =>
      answerOf(
        api.POST('/api/basic-information/corrections', { params: { header }, body: { graduateIds: [...marked.keys()], ...correction } }),
      ),
    (reply) => {
      setOpen(false);
      setOutcome({ reply, names: marked });
      void cache.invalidateQueries({ queryKey: ['graduates'] });
      onDone();
    },
  );
  return (
    <>
      <button type="button" className="button" disabled={marked.size === 0} onClick={() => setOpen(true)}>
        {say('correctMarked', { count: marked.size })}
      </button>
      {open && (
        <CorrectionDialog
          title={say('correctMarkedOf', { count: marked.size })}
          people={marked}
          draftName="marked:correction"
          write={correct}
          onClose={() => setOpen(false)}
        />
      )}
      {outcome && <Outcomes {...outcome} onClose={() => setOutcome(undefined)} />}
    </>
  );
}
