import { useId, useState, type ClipboardEvent } from 'react';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { CloseGrant } from './close-grant.tsx';
import { Statement } from './statement.tsx';
import { useGrantWords } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

interface Props {
  readonly graduateId: string;
  readonly grant: OwnGraduate['grants']['grants'][number];
  readonly now: number;
}

/** A number that is live: read aloud in groups, copied without them, with its end and the way to end it now (R28–R31). */
export function LiveGrant({ graduateId, grant, now }: Props) {
  const say = useGrantWords();
  const headingId = useId();
  const [copied, setCopied] = useState<'copied' | 'copyFailed'>();
  const number = grant.verificationNumber ?? '';
  const copy = () =>
    void navigator.clipboard.writeText(number).then(
      () => setCopied('copied'),
      () => setCopied('copyFailed'),
    );
  const copyMarked = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', number);
  };
  const left = Math.max(0, Date.parse(grant.validUntil.at) - now);
  const [days, hours, minutes] = [Math.floor(left / dayMs), Math.floor((left % dayMs) / hourMs), Math.floor((left % hourMs) / minuteMs)];
  return (
    <section className="card live-grant" aria-labelledby={headingId}>
      <h2 id={headingId}>{say('number', { kind: say(grant.kind) })}</h2>
      <p className="number" onCopy={copyMarked}>
        {grant.verificationNumberGrouped}
      </p>
      <p>
        <button type="button" className="plain-button" onClick={copy}>
          {say('copy')}
        </button>{' '}
        <span role="status">{copied && say(copied)}</span>
      </p>
      <p>
        {say('state', { state: say(grant.status) })}
        <br />
        {say('validUntil', { until: grant.validUntil.text })} ·{' '}
        <strong role="timer">{days > 0 ? say('daysLeft', { days, hours }) : say('hoursLeft', { hours, minutes })}</strong>
      </p>
      <Statement grantId={grant.id} />
      <CloseGrant graduateId={graduateId} grantId={grant.id} />
    </section>
  );
}
