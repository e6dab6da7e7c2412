import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnView } from '../../api/graduate/own-view.ts';
import { Client } from './client.ts';
import { StoryError, type Story } from './story.ts';

export interface Graduate {
  readonly client: Client;
  readonly sub: string;
  readonly id: string;
}

interface Identity {
  readonly sub: string;
  readonly password: string;
}

/** Everybody who plays a part, signed in. */
export interface Cast {
  readonly story: Story;
  readonly base: string;
  readonly admin: Client;
  readonly schoolReviewer: Client;
  readonly collegeReviewers: readonly Client[];
  readonly operator: Client;
  readonly verifier: Client;
  readonly identities: readonly Identity[];
}

const password = 'sample-only-password';
const collegeDesks = ['college.info', 'college.econ', 'college.lang', 'college.mech'];

export async function gatherCast(story: Story, base: string, dataFolder: string): Promise<Cast> {
  const staff = async (name: string) => {
    const client = new Client(base);
    await client.signInAsStaff(name, password);
    return client;
  };
  const identities = JSON.parse(
    await readFile(join(dataFolder, 'oidc-accounts.json'), 'utf8').catch(() => {
      throw new StoryError('npm start is not running with this data folder');
    }),
  ) as Identity[];
  return {
    story,
    base,
    identities,
    verifier: new Client(base),
    admin: await staff('school.admin'),
    schoolReviewer: await staff('school.review'),
    operator: await staff('operator'),
    collegeReviewers: await Promise.all(collegeDesks.map(staff)),
  };
}

/** A graduate signs in for the first time, reads the notice and consents. */
export async function enter({ base, story }: Cast, { sub, password: secret }: Identity): Promise<Graduate> {
  const client = new Client(base);
  await client.signInAsGraduate(sub, secret);
  const notice = await client.get<{ version: string }>('/api/notice');
  story.expect('consent', (await client.post('/api/consent', { noticeVersion: notice.body.version })).status, 204);
  const me = await client.get<{ graduateYears: { id: string }[] }>('/api/me');
  const id: string | undefined = me.body.graduateYears[0]?.id;
  if (id === undefined) throw new StoryError(`${sub} is on no roster`);
  return { client, sub, id };
}

export const viewOf = async ({ client, id }: Graduate): Promise<OwnView> => (await client.get<OwnView>(`/api/graduates/${id}`)).body;
export const workflowOf = ({ id }: { id: string }) => `graduate-${id}`;
