import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { isPassing } from '../http/problem.ts';
import { useBilingual } from '../text/words.ts';
import { sendEvidence, type Evidence, type EvidenceSection } from './send-evidence.ts';
import { useEvidenceWords } from './words.ts';
import './evidence.css';

const repeats = 3;

interface Props {
  readonly graduateId: string;
  readonly section: EvidenceSection;
  readonly files: readonly Evidence[];
  readonly onChange: (files: readonly Evidence[]) => void;
  /** What the rule pack asks for with what has been filled in; undefined while that is not known. */
  readonly need?: { readonly needed: boolean; readonly expected: { readonly zh: string; readonly en: string } | null };
}

/** Photographs and PDFs that prove a section, sent as they are chosen (R17, R18, X28). */
export function EvidencePicker({ graduateId, section, files, onChange, need }: Props) {
  const say = useEvidenceWords();
  const inWords = useBilingual();
  const headingId = useId();
  // Sent again when no answer comes: a file that had arrived after all is one that nobody uses, and is forgotten as such.
  const send = useMutation({
    mutationFn: (file: File) => sendEvidence(graduateId, section, file),
    retry: (count, error) => isPassing(error) && count < repeats,
    onSuccess: (sent) => onChange([...files, sent]),
  });
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{say('title')}</h2>
      {need && <p>{say(need.needed ? 'needed' : 'notNeeded')}</p>}
      {need?.expected && <p className="soft">{say(need.needed ? 'expected' : 'mayAdd', { what: inWords(need.expected) })}</p>}
      <ul className="evidence">
        {files.map((file, index) => (
          <li key={file.id}>
            <EvidenceItem file={file} name={say('file', { number: index + 1 })} />
            <button type="button" className="plain-button" onClick={() => onChange(files.filter(({ id }) => id !== file.id))}>
              {say('remove')}
              <span className="visually-hidden"> {say('file', { number: index + 1 })}</span>
            </button>
          </li>
        ))}
      </ul>
      <label className="button file-button">
        {say(send.isPending ? 'sending' : 'add')}
        <input
          type="file"
          accept={section === 'DESTINATION' ? 'image/*,application/pdf' : 'image/*'}
          disabled={send.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) send.mutate(file);
          }}
        />
      </label>
      <WriteState of={send} />
    </section>
  );
}

/** One file as it was kept. */
export function EvidenceItem({ file, name }: { readonly file: Evidence; readonly name: string }) {
  const say = useEvidenceWords();
  const address = `/api/evidence/${file.id}`;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {file.mediaType.startsWith('image/') ? (
        <img src={address} alt={name} width={96} height={96} />
      ) : (
        <span>
          {say('pdf')} · {name}
        </span>
      )}
      <span className="soft">{say('size', { kilobytes: Math.ceil(file.sizeBytes / 1024) })}</span>
    </a>
  );
}
