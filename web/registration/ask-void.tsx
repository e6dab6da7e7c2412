import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { ReasonForm } from '../graduate/reason-form.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useRegistrationWords } from './words.ts';

/** A destination that came to nothing is taken back by a request that both desks approve (X18). */
export function AskVoid({ graduate, versionId }: { readonly graduate: OwnGraduate; readonly versionId: string }) {
  const say = useRegistrationWords();
  const ask = useGraduateCommand(graduate.id, (reason: string, header) =>
    answerOf(
      api.POST('/api/graduates/{id}/destination/void-request', {
        params: { path: { id: graduate.id }, header },
        body: { versionId, note: reason },
      }),
    ),
  );
  const allowed = graduate.allowedActions.some((entry) => entry.action === 'REQUEST_VOID' && entry.allowed);
  return allowed ? <ReasonForm title={say('void')} label={say('voidReason')} button={say('send')} write={ask} /> : null;
}
