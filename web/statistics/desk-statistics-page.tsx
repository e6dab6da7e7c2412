import { useOutletContext } from 'react-router';
import { useState } from 'react';
import { mayDo, type Me } from '../access/me.ts';
import { useTitle } from '../app/title.ts';
import { Figure } from './figure-view.tsx';
import { Figures } from './figures.tsx';
import { Numerator } from './numerator.tsx';
import { SchoolCounts } from './school-counts.tsx';
import type { StatisticFigure } from './figure.ts';
import { useStatisticsWords } from './words.ts';
import '../lists/lists.css';
import './statistics.css';

/** F4: how far the schools are, and rates as they were published. */
export function Component() {
  const say = useStatisticsWords();
  useTitle(say('title'));
  const me = useOutletContext<Me>();
  const [figure, setFigure] = useState<StatisticFigure>();
  return (
    <>
      <h1>{say('title')}</h1>
      <SchoolCounts />
      <Figures me={me} opened={figure?.id} onOpen={setFigure} />
      {figure && <Figure key={figure.id} figure={figure} />}
      {figure && mayDo(me, { resource: 'statistics', action: 'listNumerator' }) && <Numerator figureId={figure.id} />}
    </>
  );
}
