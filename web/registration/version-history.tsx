import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import type { SectionKind } from '../../domain/registration/section.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { useBilingual } from '../text/words.ts';
import { useRegistrationWords } from './words.ts';
import '../confirmation/confirmation.css';

type Version = components['schemas']['EarlierVersion'];
interface Props {
  readonly graduateId: string;
  readonly section: SectionKind;
}

/** Every submission of a section with what became of it; folded, and asked for when it is opened. */
export function VersionHistory({ graduateId, section }: Props) {
  const say = useRegistrationWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('versions')}</summary>
      {open && <Versions graduateId={graduateId} section={section} />}
    </details>
  );
}

function Versions({ graduateId, section }: Props) {
  const say = useRegistrationWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['graduate', graduateId, 'versions', section],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/graduates/{id}/sections/{section}/versions', { params: { path: { id: graduateId, section } }, signal })),
  });
  if (isPending) return <Loading />;
  if (!data) return <Failure part error={error} onRetry={() => void refetch()} />;
  if (data.versions.length === 0) return <p className="soft">{say('none')}</p>;
  return (
    <ol className="timeline" reversed>
      {data.versions.map((version) => (
        <li key={version.id}>
          <VersionEntry version={version} />
        </li>
      ))}
    </ol>
  );
}

function VersionEntry({
  version: { intent, source, status, statusSince, submittedAt, reason, returned, evidenceCount, changes },
}: {
  readonly version: Version;
}) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  return (
    <>
      <p>
        <time dateTime={submittedAt}>{inShanghai(submittedAt)}</time> · {say(`by${source}`)}
        {intent === 'VOID' && ` · ${say('void')}`}
        {evidenceCount > 0 && ` · ${say('evidenceCount', { count: evidenceCount })}`}
        <br />
        <strong>{say(status)}</strong>{' '}
        <time className="soft" dateTime={statusSince}>
          {inShanghai(statusSince)}
        </time>
      </p>
      {reason !== null && <p className="soft">{say('enteredBecause', { reason })}</p>}
      {returned && (
        <blockquote className="notice warning">
          <strong>{inWords(returned.words)}</strong>
          {returned.text && <p>{returned.text}</p>}
        </blockquote>
      )}
      <Changes changes={changes} />
    </>
  );
}

/** The first submission is read as what it says, each later one as what it changed. */
function Changes({ changes }: Pick<Version, 'changes'>) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  const textOf = (value: Version['changes'][number]['before']): string => (value ? inWords(value) : say('empty'));
  if (changes.length === 0) return <p className="soft">{say('sameContent')}</p>;
  if (changes.every(({ before }) => before === null))
    return (
      <dl className="facts">
        {changes.map(({ field, words, after }) => (
          <div key={field}>
            <dt>{inWords(words)}</dt>
            <dd>{textOf(after)}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <ul className="changes">
      {changes.map(({ field, words, before, after }) => (
        <li key={field}>
          <strong>{inWords(words)}</strong>
          <span>
            {say('before')} <del>{textOf(before)}</del>
          </span>
          <span>
            {say('after')} <ins>{textOf(after)}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
