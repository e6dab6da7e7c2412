import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { fetchFile } from '../http/file.ts';
import { renderings, type Rendering } from './rendering-names.ts';
import { useGrantWords } from './words.ts';

/** The sheet of a live grant (R27, R45): prepared first, since printing takes a moment and may be refused, then looked at or kept. */
export function Statement({ grantId }: { readonly grantId: string }) {
  const say = useGrantWords();
  const id = useId();
  const [rendering, setRendering] = useState<Rendering>('zh');
  const printing = useMutation({
    mutationFn: async (chosen: Rendering) => {
      const file = await fetchFile(`/api/grants/${grantId}/statement?rendering=${chosen}`);
      return { name: file.name, address: URL.createObjectURL(file) };
    },
  });
  const address = printing.data?.address;
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address);
    },
    [address],
  );
  return (
    <div className="statement">
      <h3 id={id}>{say('statement')}</h3>
      <p>
        <label>
          {say('rendering')}{' '}
          <select
            value={rendering}
            onChange={({ target }) => {
              setRendering(target.value as Rendering);
              printing.reset();
            }}
          >
            {renderings.map((one) => (
              <option key={one} value={one}>
                {say(one)}
              </option>
            ))}
          </select>
        </label>
        {!printing.data && (
          <button
            type="button"
            className="button"
            aria-describedby={id}
            aria-disabled={printing.isPending}
            onClick={() => {
              if (!printing.isPending) printing.mutate(rendering);
            }}
          >
            {say('prepare')}
          </button>
        )}
      </p>
      <p role="status">
        {printing.isPending && say('preparing')}
        {printing.data && (
          <>
            <a className="button" href={printing.data.address} target="_blank" rel="noreferrer">
              {say('view')}
            </a>{' '}
            <a className="button" href={printing.data.address} download={printing.data.name}>
              {say('save')}
            </a>
          </>
        )}
      </p>
      <WriteState of={printing} />
    </div>
  );
}
