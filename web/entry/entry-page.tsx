import { LanguageSwitch } from '../app/language-switch.tsx';
import { useTitle } from '../app/title.ts';
import { useAppWords } from '../app/words.ts';
import { PublicNotices } from './public-notices.tsx';
import { useEntryWords } from './words.ts';
import './entry.css';

/** The way in for everybody (R1, 图2). */
export function Component() {
  const say = useEntryWords();
  const app = useAppWords();
  useTitle();
  return (
    <div className="entry">
      <header>
        <LanguageSwitch />
        <h1>{app('title')}</h1>
        <p>{say('lead')}</p>
      </header>
      <main id="main">
        <ul className="entry-doors">
          <li>
            <a href="/auth/sign-in?returnTo=/me">
              <strong>{say('graduate')}</strong>
              <span>{say('graduateHelp')}</span>
            </a>
          </li>
          <li>
            <a href="/verification/dossier">
              <strong>{say('dossier')}</strong>
              <span>{say('dossierHelp')}</span>
            </a>
          </li>
          <li>
            <a href="/verification/hukou">
              <strong>{say('hukou')}</strong>
              <span>{say('hukouHelp')}</span>
            </a>
          </li>
          <li>
            <a href="/staff/sign-in">
              <strong>{say('staff')}</strong>
              <span>{say('staffHelp')}</span>
            </a>
          </li>
          <li>
            <a href="/offline">
              <strong>{say('offline')}</strong>
              <span>{say('offlineHelp')}</span>
            </a>
          </li>
          <li>
            <div aria-disabled="true">
              <strong>{say('employer')}</strong>
              <span>{say('employerHelp')}</span>
            </div>
          </li>
        </ul>
        <PublicNotices />
      </main>
      <footer className="sample-note">{app('notOfficial')}</footer>
    </div>
  );
}
