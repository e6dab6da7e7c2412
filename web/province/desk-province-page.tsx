import { useTitle } from '../app/title.ts';
import { Exceptions } from './desk-exceptions.tsx';
import { SchoolCounts } from './desk-school-counts.tsx';
import { useProvinceWords } from './words.ts';

/** What schools ask of their province (X7), and how far they are. */
export function Component() {
  const say = useProvinceWords();
  useTitle(say('title'));
  return <><h1>{say('title')}</h1><Exceptions /><SchoolCounts /></>;
}
