import type { SectionKind } from '../../domain/registration/section.ts';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { ReasonForm } from '../graduate/reason-form.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useRegistrationWords } from './words.ts';

/** After departure the school opens a section on request (X7). */
export function AskOpening({ graduate, section }: { readonly graduate: OwnGraduate; readonly section: SectionKind }) {
  const say = useRegistrationWords();
  const ask = useGraduateCommand(graduate.id, (reason: string, header) =>
    answerOf(
      api.POST('/api/graduates/{id}/sections/{section}/opening-requests', {
        params: { path: { id: graduate.id, section }, header },
        body: { reason },
      }),
    ),
  );
  const allowed = graduate.allowedActions.some((entry) => entry.action === 'REQUEST_OPENING' && entry.target === section && entry.allowed);
  return allowed ? <ReasonForm title={say('askOpening')} label={say('askReason')} button={say('send')} write={ask} /> : null;
}
