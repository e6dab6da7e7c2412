import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../http/client.ts';
import { usePunctuation } from '../text/punctuation.ts';
import type { Typed } from './section-fields.ts';
import { typedOfUnit } from './unit-suggestions.tsx';
import { useRegistrationWords } from './words.ts';

/** 转回生源地 fills itself in from the place of origin (X16). */
export function HomeUnit({ graduateId, onFill }: { readonly graduateId: string; readonly onFill: (unit: Typed) => void }) {
  const say = useRegistrationWords();
  const { colon } = usePunctuation();
  const { data } = useQuery({
    queryKey: ['home-unit', graduateId],
    queryFn: ({ signal }) => answerOf(api.GET('/api/graduates/{id}/home-unit', { params: { path: { id: graduateId } }, signal })),
    staleTime: 60_000,
  });
  if (!data?.unit) return null;
  const { unit } = data;
  return (
    <p>
      <button type="button" className="plain-button" onClick={() => onFill(typedOfUnit(unit))}>
        {say('homeUnit')}
        {colon}
        {unit.name}
      </button>
    </p>
  );
}
