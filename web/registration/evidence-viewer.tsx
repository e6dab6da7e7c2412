import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { useKeys } from '../app/use-keys.ts';
import { useReviewWords } from './desk-words.ts';

const zooms = [1, 2, 3] as const;

/** Evidence beside the data: zoomed, turned and turned over by single keys. */
export function EvidenceViewer({
  files,
  keysOn,
}: {
  readonly files: readonly components['schemas']['Evidence'][];
  readonly keysOn: boolean;
}) {
  const say = useReviewWords();
  const [shown, show] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const file = files[shown];
  const over =
    files.length > 1
      ? () => {
          show((shown + 1) % files.length);
          setZoom(0);
          setTurns(0);
        }
      : undefined;
  const closer = () => setZoom((zoom + 1) % zooms.length);
  const turn = () => setTurns((turns + 1) % 4);
  useKeys({ z: file && closer, o: file && turn, e: over }, keysOn);
  if (!file) return <p>{say('noEvidence')}</p>;
  const label = say('evidenceOf', { index: shown + 1, count: files.length });
  return (
    <>
      <p className="actions">
        <span>{label}</span>
        {over && (
          <button type="button" className="plain-button" onClick={over}>
            {say('nextFile')} <kbd>e</kbd>
          </button>
        )}
        {file.mediaType.startsWith('image/') && (
          <>
            <button type="button" className="plain-button" onClick={closer}>
              {say('zoom')} ×{zooms[zoom]} <kbd>z</kbd>
            </button>
            <button type="button" className="plain-button" onClick={turn}>
              {say('rotate')} {turns * 90}° <kbd>o</kbd>
            </button>
          </>
        )}
      </p>
      {file.mediaType.startsWith('image/') ? (
        <div className="evidence-frame" tabIndex={0} role="region" aria-label={label}>
          <img
            key={file.id}
            src={`/api/evidence/${file.id}`}
            alt={label}
            style={{ width: `${(zooms[zoom] ?? 1) * 100}%`, rotate: `${turns * 90}deg` }}
          />
        </div>
      ) : (
        <p>
          <a href={`/api/evidence/${file.id}`} download>
            {say('pdf', { size: Math.ceil(file.sizeBytes / 1024) })}
          </a>
        </p>
      )}
    </>
  );
}
