import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, type MouseEvent } from 'react';
import { answerOf, api } from '../http/client.ts';
import type { Typed } from './section-fields.ts';
import { useRegistrationWords } from './words.ts';

/** 点击搜索或直接填写: units of the directory that go by what has been typed; choosing one fills in the rest. */
export function UnitSuggestions({
  text,
  region,
  onChoose,
}: {
  readonly text: string;
  readonly region: string;
  readonly onChoose: (unit: Typed) => void;
}) {
  const say = useRegistrationWords();
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({
    queryKey: ['units', asked, region],
    enabled: asked.length >= 2,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/directory/suggestions', { params: { query: { text: asked, ...(region !== '' && { region }) } }, signal })),
  });
  const units = data?.units.filter(({ name }) => name !== text) ?? [];
  if (units.length === 0) return <p className="soft">{say('unitHelp')}</p>;
  const choose = (unit: Unit, { currentTarget, detail }: MouseEvent) => {
    // The list goes away with the choice; the keyboard, whose clicks have no detail, goes back to the field above it.
    if (detail === 0) currentTarget.closest('div')?.querySelector('input')?.focus();
    onChoose(typedOfUnit(unit));
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {say('unitsFound', { count: units.length })}
      </p>
      <ul className="suggestions" aria-label={say('units')}>
        {units.map((unit) => (
          <li key={unit.id}>
            <button type="button" className="plain-button" onClick={(event) => choose(unit, event)}>
              {unit.name}
              <span className="soft"> {unit.regionName}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Unit {
  readonly name: string;
  readonly region: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
}

export function typedOfUnit({ name, region, address, postcode, contact, phone }: Unit): Typed {
  return Object.fromEntries(
    Object.entries({ unitName: name, region, address, postcode, contact, phone }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
}
