import { Link } from 'react-router';
import { useGraduateWords } from './words.ts';

export function BackToHub({ graduateId }: { readonly graduateId: string }) {
  const say = useGraduateWords();
  return (
    <p>
      <Link to={`/me/${graduateId}`}>‹ {say('hub')}</Link>
    </p>
  );
}
