import { useMemo, useState } from 'react';
import { dimensions, type Dimension } from '../../domain/statistics/figure.ts';
import { Field } from '../lists/field.tsx';
import type { Bars } from './bar-chart.ts';
import { Chart } from './chart.tsx';
import { rateOf, type StatisticFigure } from './figure.ts';
import { Groups } from './groups.tsx';
import { useValueNames } from './value-names.ts';
import { useStatisticsWords } from './words.ts';

/** One published figure: its groups, and a breakdown as table and picture. */
export function Figure({ figure }: { readonly figure: StatisticFigure }) {
  const say = useStatisticsWords();
  const shown = dimensions.filter((one) => figure.breakdowns[one] !== undefined);
  const [dimension, setDimension] = useState<Dimension | undefined>(shown[0]);
  const nameOf = useValueNames(dimension);
  const rows = useMemo(
    () =>
      dimension === undefined
        ? []
        : Object.entries(figure.breakdowns[dimension] ?? {}).map(([value, cell]) => ({ value, cell, name: nameOf(value) })),
    [figure, dimension, nameOf],
  );
  const [total, settled] = [say('total'), say('settled')];
  const bars = useMemo<Bars>(
    () => ({
      values: rows.map(({ name }) => name),
      series: [
        { name: total, counts: rows.map(({ cell }) => cell?.total ?? null) },
        { name: settled, counts: rows.map(({ cell }) => cell?.settled ?? null) },
      ],
    }),
    [rows, total, settled],
  );
  return (
    <section className="card" aria-label={say('figure', { number: figure.number })}>
      <h2>
        {say('figure', { number: figure.number })} · {figure.cohort} · {say('formulaOf', { formula: figure.formula })} ·{' '}
        {rateOf(figure.all.settled, figure.all.total)}
      </h2>
      <Groups figure={figure} />
      {dimension !== undefined && (
        <>
          <div className="toolbar">
            <Field label={say('dimension')}>
              <select value={dimension} onChange={({ target }) => setDimension(target.value as Dimension)}>
                {shown.map((one) => (
                  <option key={one} value={one}>
                    {say(one)}
                  </option>
                ))}
              </select>
            </Field>
          </div>
          <div className="chart-and-table">
            {rows.some(({ cell }) => cell !== null) && (
              <Chart bars={bars} fileName={`figure-${figure.number}-${dimension.toLowerCase()}.png`} />
            )}
            <div className="table-box" tabIndex={0} role="region" aria-label={say(dimension)}>
              <table className="list">
                <caption className="visually-hidden">{say(dimension)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say('value')}</th>
                    <th scope="col" className="figures">
                      {total}
                    </th>
                    <th scope="col" className="figures">
                      {settled}
                    </th>
                    <th scope="col" className="figures">
                      {say('rate')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ value, name, cell }) => (
                    <tr key={value}>
                      <th scope="row">{name}</th>
                      {cell ? (
                        <>
                          <td className="figures">{cell.total}</td>
                          <td className="figures">{cell.settled}</td>
                          <td className="figures">{rateOf(cell.settled, cell.total)}</td>
                        </>
                      ) : (
                        <td colSpan={3} className="figures">
                          {say('hidden')}
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        </>
      )}
      <details>
        <summary>{say('digests')}</summary>
        <p className="number" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {figure.inputsDigest}
          <br />
          {figure.figureDigest}
        </p>
      </details>
    </section>
  );
}
