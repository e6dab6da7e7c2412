import { DownloadButton } from '../lists/download-button.tsx';
import { usePersonalDataWords } from './words.ts';

/** One file with everything; that it was taken stands in the history below. */
export function TakeCopy({ graduateId }: { readonly graduateId: string }) {
  const say = usePersonalDataWords();
  return (
    <section className="card" aria-labelledby="copy">
      <h2 id="copy">{say('copy')}</h2>
      <p className="soft">{say('copyHelp')}</p>
      <DownloadButton path={`/api/graduates/${graduateId}/copy`}>{say('download')}</DownloadButton>
    </section>
  );
}
