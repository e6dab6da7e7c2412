import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { renderings, type Rendering } from '../grants/rendering-names.ts';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { BatchList } from '../print-batches/batch-list.tsx';
import { usePrintBatchWords } from '../print-batches/words.ts';
import type { TransferQuery } from './transfer-query.ts';
import { useTransferWords } from './words.ts';

type Asked = Pick<TransferQuery, 'kind' | 'collegeId' | 'className'> & {
  readonly cohort: number;
  readonly form: 'ZIP' | 'PRINT_FILE';
  readonly rendering: Rendering;
};

/** The statements of a query, each a file in a ZIP or all in one to print. */
export function PrintBatches({ query: { kind, cohort, collegeId, className } }: { readonly query: TransferQuery }) {
  const say = useTransferWords();
  const print = usePrintBatchWords();
  const cache = useQueryClient();
  const [rendering, setRendering] = useState<Rendering>('zh');
  const make = useCommand(
    (body: Asked, headers) => answerOf(api.POST('/api/print-batches', { body: { of: 'STATEMENTS', ...body }, headers })),
    () => void cache.invalidateQueries({ queryKey: ['print-batches'] }),
  );
  const ask = (form: 'ZIP' | 'PRINT_FILE') => {
    if (cohort !== null) make.mutate({ kind, cohort, collegeId, className, form, rendering });
  };
  return (
    <section className="card" aria-label={say('papers')}>
      <h2>{say('papers')}</h2>
      <div className="toolbar">
        <Field label={print('rendering')}>
          <select value={rendering} onChange={({ target }) => setRendering(target.value as Rendering)}>
            {renderings.map((one) => (
              <option key={one} value={one}>
                {print(one)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className="actions">
        <button type="button" className="plain-button" disabled={make.isPending} onClick={() => ask('ZIP')}>
          {print('zip')}
        </button>
        <button type="button" className="plain-button" disabled={make.isPending} onClick={() => ask('PRINT_FILE')}>
          {print('printFile')}
        </button>
      </div>
      <p className="soft">{say('papersHelp')}</p>
      <WriteState of={make} />
      <BatchList of="STATEMENTS" />
    </section>
  );
}
