import { statGroups2021, statGroups2024 } from '../../domain/codes/statistics-groups.ts';
import { useBilingual } from '../text/words.ts';
import { rateOf, type StatisticFigure } from './figure.ts';
import { useStatisticsWords } from './words.ts';

const groupsOf = { 2021: statGroups2021, 2024: statGroups2024 } as const;

/** The groups of the formula in their order. */
export function Groups({ figure: { formula, groups, all } }: { readonly figure: StatisticFigure }) {
  const say = useStatisticsWords();
  const inWords = useBilingual();
  return (
    <table className="list">
      <caption className="visually-hidden">{say('groups')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('group')}</th>
          <th scope="col" className="figures">
            {say('total')}
          </th>
          <th scope="col" className="figures">
            %
          </th>
        </tr>
      </thead>
      <tbody>
        {groupsOf[formula].entries.map((group) => {
          const count = groups[group.code] ?? null;
          return (
            <tr key={group.code}>
              <th scope="row">{inWords(group)}</th>
              <td className="figures">{count ?? say('hidden')}</td>
              <td className="figures">{rateOf(count, all.total)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
