import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { CloseAtOnce } from './close-grant.tsx';
import { ownLookupsQuery } from './own-lookups.ts';
import { useGrantWords } from './words.ts';

/** Each verification that found a live number: when, at which entry, where if that is known. */
export function Lookups({ graduateId }: { readonly graduateId: string }) {
  const say = useGrantWords();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<'AT_ONCE' | 'DAILY'>();
  const query = ownLookupsQuery(graduateId);
  const lookups = useInfiniteQuery(query);
  const choose = useCommand(
    (notice: 'AT_ONCE' | 'DAILY') =>
      api.POST('/api/graduates/{id}/lookups/notice', { params: { path: { id: graduateId } }, body: { notice } }),
    () => void cache.invalidateQueries(query),
  );
  const [first] = lookups.data?.pages ?? [];
  if (!lookups.data || !first) return null;
  const items = lookups.data.pages.flatMap((page) => page.items);
  return (
    <section className="card" aria-labelledby="lookups">
      <h2 id="lookups">{say('who')}</h2>
      {items.length === 0 ? (
        <p className="soft">{say('nobody')}</p>
      ) : (
        <ul>
          {items.map(({ at, kind, way, place, grantId, allowedActions }) => (
            <li key={`${at} ${grantId}`}>
              <time dateTime={at}>{inShanghai(at)}</time>{' '}
              {say('lookup', { kind: say(kind), way: say(way), place: place ?? say('unknownPlace') })}
              {grantId === null && ` · ${say('byTransfer')}`}
              {grantId !== null && allowedActions.some(({ allowed }) => allowed) && (
                <CloseAtOnce graduateId={graduateId} grantId={grantId} />
              )}
            </li>
          ))}
        </ul>
      )}
      {lookups.hasNextPage && (
        <button type="button" className="plain-button" onClick={() => void lookups.fetchNextPage()}>
          {say('older')}
        </button>
      )}
      <fieldset className="end-dates">
        <legend>{say('tell')}</legend>
        {(['AT_ONCE', 'DAILY'] as const).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="lookup-notice"
              checked={(chosen ?? first.notice) === choice}
              onChange={() => {
                setChosen(choice);
                choose.mutate(choice, { onError: () => setChosen(undefined) });
              }}
            />{' '}
            {say(choice)}
          </label>
        ))}
      </fieldset>
      <WriteState of={choose} />
    </section>
  );
}
