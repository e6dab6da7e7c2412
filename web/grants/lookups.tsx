import { useQuery, useQueryClient } from '@tanstack/react-query';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { CloseGrant } from './live-grant.tsx';
import { useGrantWords } from './words.ts';

/** Each verification that found a live number: when, at which entry, where if that is known. */
export function Lookups({ graduateId }: { readonly graduateId: string }) {
  const say = useGrantWords();
  const cache = useQueryClient();
  const key = ['lookups', graduateId];
  const lookups = useQuery({ queryKey: key, queryFn: ({ signal }) => answerOf(api.GET('/api/graduates/{id}/lookups', { params: { path: { id: graduateId }, query: {} }, signal })) });
  const choose = useCommand((notice: 'AT_ONCE' | 'DAILY') => api.POST('/api/graduates/{id}/lookups/notice', { params: { path: { id: graduateId } }, body: { notice } }), () => void cache.invalidateQueries({ queryKey: key }));
  if (!lookups.data) return null;
  const { items, notice } = lookups.data;
  return <section className="card">
    <h2>{say('who')}</h2>
    {items.length === 0 ? <p className="soft">{say('nobody')}</p> : <ul>{items.map(({ at, kind, way, place, grantId, allowedActions }) => <li key={at}>
      <time dateTime={at}>{new Date(at).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai' })}</time> {say('lookup', { kind: say(kind), way: say(way), place: place ?? say('unknownPlace') })}
      {grantId !== null && allowedActions.some(({ allowed }) => allowed) && <CloseGrant graduateId={graduateId} grantId={grantId} />}
    </li>)}</ul>}
    <fieldset className="end-dates">
      {(['AT_ONCE', 'DAILY'] as const).map((choice) => <label key={choice}><input type="radio" name="lookup-notice" checked={notice === choice} onChange={() => choose.mutate(choice)} /> {say(choice)}</label>)}
    </fieldset>
    <WriteState of={choose} />
  </section>;
}
