import { useOutletContext } from 'react-router';
import type { Me } from '../access/me.ts';
import { useTitle } from './title.ts';

/** Where staff arrive. */
export function Component() {
  const me = useOutletContext<Me>();
  useTitle();
  return <>
    <h1>{me.account.displayName}</h1>
    <ul>{me.posts.map((post) => <li key={`${post.role} ${post.school} ${post.college}`}>{[post.province, post.school, post.college].filter(Boolean).join(' · ')}</li>)}</ul>
  </>;
}
