import { useId, useState } from 'react';
import { useNow } from '../app/now.ts';
import { WriteState } from '../app/write-state.tsx';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useGrantWords } from './words.ts';

type Grant = OwnGraduate['grants']['grants'][number];
const dayMs = 86_400_000;

/** A number that is live: read aloud in groups, copied without them, with its end and the way to end it now (R28–R31). */
export function LiveGrant({ graduate, grant }: { readonly graduate: OwnGraduate; readonly grant: Grant }) {
  const say = useGrantWords();
  const now = useNow();
  const headingId = useId();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(grant.verificationNumber ?? '').then(() => setCopied(true));
  const address = `/api/grants/${grant.id}/statement`;
  return <section className="card live-grant" aria-labelledby={headingId}>
    <h2 id={headingId}>{say('number', { kind: say(grant.kind) })}</h2>
    <p className="number">{grant.verificationNumberGrouped}</p>
    <p><button type="button" className="plain-button" onClick={copy}>{say('copy')}</button> <span role="status">{copied && `✓ ${say('copied')}`}</span></p>
    <p>{say('validUntil', { until: grant.validUntil.text })} · <strong>{say('daysLeft', { count: Math.max(0, Math.ceil((Date.parse(grant.validUntil.at) - now) / dayMs)) })}</strong></p>
    <p><a className="button" href={address} download>{say('statement')}</a></p>
    <p><a href={`${address}?rendering=en`} download>{say('english')}</a> · <a href={`${address}?rendering=large`} download>{say('large')}</a></p>
    <CloseGrant graduateId={graduate.id} grantId={grant.id} />
  </section>;
}

/** Asked once more, since what was handed over cannot be verified afterwards. */
export function CloseGrant({ graduateId, grantId }: { readonly graduateId: string; readonly grantId: string }) {
  const say = useGrantWords();
  const [asking, setAsking] = useState(false);
  const close = useGraduateCommand(graduateId, (_: null, header) => answerOf(api.POST('/api/graduates/{id}/grants/{grantId}/closing', { params: { path: { id: graduateId, grantId }, header }, body: {} as never })));
  if (!asking) return <button type="button" className="plain-button" onClick={() => setAsking(true)}>{say('close')}</button>;
  return <div className="notice warning" role="alertdialog" aria-label={say('close')}>
    <p>{say('closeSure')}</p>
    <button type="button" className="button" autoFocus disabled={close.isPending} onClick={() => close.mutate(null)}>{say('closeYes')}</button>
    <button type="button" className="plain-button" onClick={() => setAsking(false)}>{say('keep')}</button>
    <WriteState of={close} />
  </div>;
}
