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
interface Props { readonly graduateId: string; readonly section: SectionKind }

/** Every submission of a section with what became of it; folded, and asked for when it is opened. */
export function VersionHistory({ graduateId, section }: Props) {
  const say = useRegistrationWords();
  const [open, setOpen] = useState(false);
  return <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
    <summary>{say('versions')}</summary>
    {open && <Versions graduateId={graduateId} section={section} />}
  </details>;
}

function Versions({ graduateId, section }: Props) {
  const say = useRegistrationWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['graduate', graduateId, 'versions', section],
    queryFn: ({ signal }) => answerOf(api.GET('/api/graduates/{id}/sections/{section}/versions', { params: { path: { id: graduateId, section } }, signal })),
  });
  if (isPending) return <Loading />;
  if (!data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.versions.length === 0) return <p className="soft">{say('none')}</p>;
  return <ol className="timeline" reversed>{data.versions.map((version) => <li key={version.id}><VersionEntry version={version} /></li>)}</ol>;
}

function VersionEntry({ version: { intent, source, status, statusSince, submittedAt, reason, returned, evidenceCount, changes } }: { readonly version: Version }) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  return <>
    <p><time dateTime={submittedAt}>{inShanghai(submittedAt)}</time> · {say(`by${source}`)}{intent === 'VOID' && ` · ${say('void')}`}{evidenceCount > 0 && ` · ${say('evidenceCount', { count: evidenceCount })}`}<br />
      <strong>{say(status)}</strong> <time className="soft" dateTime={statusSince}>{inShanghai(statusSince)}</time></p>
    {reason !== null && <p className="soft">{say('enteredBecause', { reason })}</p>}
    {returned && <blockquote className="notice warning"><strong>{inWords(returned.words)}</strong>{returned.text && <p>{returned.text}</p>}</blockquote>}
    {changes.length === 0 ? <p className="soft">{say('sameContent')}</p> : <ul className="changes">{changes.map(({ field, words, before, after }) => <li key={field}>
      <strong>{inWords(words)}</strong>
      {before && <span>{say('before')} <del>{inWords(before)}</del></span>}
      {(before || after) && <span>{before && say('after')} <ins>{after ? inWords(after) : say('empty')}</ins></span>}
    </li>)}</ul>}
  </>;
}
