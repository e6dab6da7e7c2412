import { useAppWords } from './words.ts';

export function Loading() {
  const say = useAppWords();
  return (
    <p className="loading" role="status">
      {say('loading')}
    </p>
  );
}
