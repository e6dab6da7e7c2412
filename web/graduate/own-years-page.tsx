import { Link, Navigate, useOutletContext } from 'react-router';
import type { Me } from '../access/me.ts';
import { Message } from '../app/failure.tsx';
import { useTitle } from '../app/title.ts';
import { useGraduateWords } from './words.ts';
import './hub.css';

/** Most have one graduate-year and go straight to it; some have several (X22). */
export function Component() {
  const say = useGraduateWords();
  const { graduateYears } = useOutletContext<Me>();
  useTitle(say('years'));
  const [only, ...more] = graduateYears;
  if (!only) return <Message title={say('noYears')} help={say('noYearsHelp')} />;
  if (more.length === 0) return <Navigate replace to={`/me/${only.id}`} />;
  return (
    <>
      <h1>{say('years')}</h1>
      <ul className="modules">
        {graduateYears.map(({ id, cohort, school }) => (
          <li key={id}>
            <Link to={`/me/${id}`} className="card">
              <strong>{school}</strong>
              <span>{say('cohort', { cohort })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
