import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../http/client.ts';
import { useDirectoryWords } from './words.ts';

/** What a search by name finds, in the order of the server. */
export function FoundUnits({
  text,
  region,
  onChoose,
}: {
  readonly text: string;
  readonly region: string;
  readonly onChoose: (unitId: string) => void;
}) {
  const say = useDirectoryWords();
  const { data } = useQuery({
    queryKey: ['unit-search', text, region],
    enabled: text.trim() !== '',
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/directory/suggestions', { params: { query: { text, ...(region !== '' && { region }) } }, signal })),
  });
  if (!data) return null;
  return (
    <section className="card" aria-label={say('found')} aria-live="polite">
      <h2>{say('found')}</h2>
      {data.units.length === 0 ? (
        <p className="soft">{say('none')}</p>
      ) : (
        <ul>
          {data.units.map(({ id, name, regionName }) => (
            <li key={id}>
              {name} · {regionName}{' '}
              <button type="button" className="link-button" aria-label={say('changeOne', { name })} onClick={() => onChoose(id)}>
                {say('change')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
