import { api } from '../http/client.ts';

/** Ends the session; the page is left as a whole, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await api.POST('/api/sign-out', {}).catch(() => undefined);
  sessionStorage.clear();
  location.assign('/');
}
