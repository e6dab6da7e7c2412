import { Link } from 'react-router';
import { lackKinds, type ClassProgress, type Lack } from './progress.ts';
import { useProgressWords } from './words.ts';

/** Counts by class; each leads to the list of whom it counts. */
export function ClassTable({ classes }: { readonly classes: readonly ClassProgress[] }) {
  const say = useProgressWords();
  return (
    <div className="list-box" role="region" aria-label={say('classes')} tabIndex={0}>
      <table className="list">
        <caption className="visually-hidden">{say('classes')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('classes')}</th>
            <th scope="col" className="figures">
              {say('graduates')}
            </th>
            {lackKinds.map((lack) => (
              <th key={lack} scope="col" className="figures">
                {say(lack)}
              </th>
            ))}
            <th scope="col" className="figures">
              {say('settled')}
            </th>
            <th scope="col" className="figures">
              {say('overdue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((row) => (
            <ClassRow key={`${row.cohort}/${row.college}/${row.className}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClassRow({ row }: { readonly row: ClassProgress }) {
  const say = useProgressWords();
  const { cohort, college, className, graduates, overdue, lacks } = row;
  const place = [cohort, college, className ?? say('noClass')].filter(Boolean).join(' ');
  const open = lackKinds.reduce((sum, lack) => sum + (lacks[lack] ?? 0), 0);
  const cell = (lack: Lack) => {
    const count = lacks[lack] ?? 0;
    // A list cannot be cut to those without a class, so nothing is promised for them.
    if (count === 0 || className === null) return count;
    return (
      <Link
        to={`?${new URLSearchParams({ cohort: String(cohort), class: className, lacks: lack }).toString()}`}
        aria-label={say('show', { place, lack: say(lack), count })}
      >
        {count}
      </Link>
    );
  };
  return (
    <tr>
      <th scope="row">{place}</th>
      <td className="figures">{graduates}</td>
      {lackKinds.map((lack) => (
        <td key={lack} className="figures">
          {cell(lack)}
        </td>
      ))}
      <td className="figures">{graduates - open}</td>
      <td className="figures">{overdue > 0 ? <span className="tag bad">{overdue}</span> : 0}</td>
    </tr>
  );
}
