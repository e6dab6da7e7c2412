import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.ts';
import { enter, viewOf, workflowOf, type Cast, type Graduate } from './cast.ts';
import { contentsOf, decide, queueOf, register, reviewAll, submit } from './registration.ts';
import { eventually, StoryError } from './story.ts';

interface RosterImport {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly invalid: number;
  readonly imported: number;
  readonly existing: number;
  readonly warnings: number;
}

/** Moves the record's clock and every open lifecycle forward. */
export async function moveClock({ operator, story }: Cast, moveTo: string): Promise<void> {
  const answer = await operator.post('/api/development/clock', { moveTo });
  if (answer.status !== 200)
    throw new StoryError(`the clock was not moved (${answer.body.code}); it goes forward only: npm start -- --reset begins afresh`);
  story.tell(`the clock stands at ${moveTo}`);
}

const inboxOf = async ({ client }: Pick<Graduate, 'client'>): Promise<string[]> =>
  (await client.get<{ items: { event: string }[] }>('/api/notifications?limit=100')).body.items.map(({ event }) => event);

export const told = (graduate: Pick<Graduate, 'client'>, event: string) =>
  eventually(`notification ${event}`, async () => ((await inboxOf(graduate)).includes(event) ? true : undefined));

export async function importRoster(cast: Cast, cohort: number): Promise<void> {
  cast.story.chapter('The school imports its roster (R3, R4)');
  const file = await readFile(join(projectRoot, `samples/roster-${cohort}-sample-university.xlsx`));
  const uploaded = await cast.admin.upload<RosterImport>(
    `/api/rosters?cohort=${cohort}`,
    file,
    'roster.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  cast.story.expect('upload', uploaded.status, 201);
  const done = await eventually('the import', async () => {
    const { body } = await cast.admin.get<RosterImport>(`/api/rosters/${uploaded.body.id}`);
    return ['IMPORTED', 'REFUSED', 'CANCELLED'].includes(body.status) ? body : undefined;
  });
  if (done.status === 'IMPORTED' && done.imported === 0)
    throw new StoryError('the season has been played on these data already: npm start -- --reset begins afresh');
  cast.story.expect(
    'import',
    { status: done.status, rows: done.rows, invalid: done.invalid, imported: done.imported + done.existing },
    { status: 'IMPORTED', rows: 40, invalid: 0, imported: 40 },
  );
  await approveSections(cast);
  cast.story.tell(
    `40 rows read: ${done.imported} graduates imported, ${done.existing} were on the roster, ${done.warnings} warnings`,
    `roster-import-${uploaded.body.id}`,
  );
}

interface Listed {
  readonly items: readonly { readonly id: string }[];
}
interface Waiting {
  readonly sections: { readonly waiting: number };
}

/** What the sheets carried waits for somebody else than who brought them in (X19). */
async function approveSections({ schoolReviewer, story }: Cast): Promise<void> {
  for (const { id } of (await schoolReviewer.get<Listed>('/api/rosters')).body.items) {
    const waiting = async (): Promise<number> => (await schoolReviewer.get<Waiting>(`/api/rosters/${id}`)).body.sections.waiting;
    const before = await waiting();
    if (before === 0) continue;
    await eventually('the second person is heard', async () =>
      (await schoolReviewer.post(`/api/rosters/${id}/sections/decision`, { decision: 'APPROVE' })).status === 200 ? true : undefined,
    );
    await eventually('the sections of the sheet are in force', async () => ((await waiting()) === 0 ? true : undefined));
    story.tell(`a second person has approved ${before} sections that a sheet carried`, `roster-import-${id}`);
  }
}

export async function remind(cast: Cast, cohort: number): Promise<Graduate[]> {
  cast.story.chapter('Reminders go to who has not checked (R54); graduates sign in, read the notice, consent');
  await moveClock(cast, `${cohort}-05-10T10:00:00+08:00`);
  const graduates: Graduate[] = [];
  for (const identity of cast.identities) graduates.push(await enter(cast, identity));
  cast.story.expect('graduates', graduates.length, 40);
  const [first] = graduates;
  if (!first) throw new StoryError('nobody has come');
  await told(first, 'reminder.daily');
  cast.story.tell('40 graduates signed in; the reminder lies in their inboxes and went out by mail', workflowOf(first));
  return graduates;
}

export async function registerAll(cast: Cast, graduates: readonly Graduate[]): Promise<void> {
  const { story } = cast;
  story.chapter('Graduates check, one finds a mistake; they submit their sections (R6, R12, R14, X16)');
  const [, second] = graduates;
  if (!second) throw new StoryError('nobody has come');
  const dispute = await second.client.post(`/api/graduates/${second.id}/basic-information/dispute`, {
    fields: ['major'],
    note: '专业方向有误，请核对',
  });
  story.expect('basic information disputed', dispute.status, 201);
  const refused = await second.client.post(`/api/graduates/${second.id}/sections/DESTINATION/submissions`, {
    content: contentsOf(1).DESTINATION,
    evidenceIds: [],
    basedOn: null,
  });
  story.expect('the gate is closed while the ticket is open', [refused.status, refused.body.code], [409, 'BASIC_INFORMATION_DISPUTED']);
  const tickets = await cast.admin.get<{ items: { id: string; graduateId: string }[] }>('/api/tickets');
  const ticket = tickets.body.items.find(({ graduateId }) => graduateId === second.id);
  if (!ticket) throw new StoryError('the ticket is not in the list');
  story.expect(
    'ticket answered',
    (await cast.admin.post(`/api/tickets/${ticket.id}/answer`, { resolved: true, answer: '已核对，专业无误' })).status,
    200,
  );
  story.tell('a ticket was opened and answered; the gate is open again', workflowOf(second));
  let sections = 0;
  for (const [index, graduate] of graduates.entries()) sections += (await register(cast, graduate, index)).length;
  story.tell(`${graduates.length} graduates have checked; ${sections} sections are submitted`);
}

export async function review(cast: Cast, graduates: readonly Graduate[]): Promise<void> {
  const { story } = cast;
  story.chapter('College and school review; some are returned and come back (R14)');
  const [collegeDesk] = cast.collegeReviewers;
  if (!collegeDesk) throw new StoryError('no reviewer');
  const returned = (await queueOf(collegeDesk, 'COLLEGE_REVIEW')).filter(({ section }) => section === 'DOSSIER').slice(0, 3);
  for (const item of returned)
    await decide(cast, collegeDesk, item.versionId, {
      decision: 'RETURN',
      reason: 'WRONG_ADDRESS',
      text: '请补充详细地址',
      fields: ['address'],
    });
  for (const item of returned) {
    const graduate = graduates.find(({ id }) => id === item.graduateId);
    if (!graduate) throw new StoryError('a stranger in the queue');
    await told(graduate, 'review.decided');
    await submit(cast, graduate, 'DOSSIER', { ...contentsOf(0).DOSSIER, address: '示例路1号 档案楼2层' });
  }
  story.tell(
    `${returned.length} dossiers returned by the college and submitted again`,
    returned[0] && workflowOf({ id: returned[0].graduateId }),
  );
  story.tell(`${await reviewAll(cast)} decisions of college and school`);
  for (const graduate of graduates) story.expect('reported', (await viewOf(graduate)).confirmation.status, 'UNCONFIRMED');
}

export async function confirm({ story }: Cast, graduate: Graduate): Promise<void> {
  const view = await viewOf(graduate);
  const answer = await graduate.client.post(`/api/graduates/${graduate.id}/confirmation/confirm`, {
    digest: view.confirmation.recordDigest,
  });
  story.expect(`confirmation (${answer.body.code ?? ''})`, answer.status, 200);
}

export async function confirmAll(cast: Cast, graduates: readonly Graduate[]): Promise<void> {
  const { story } = cast;
  story.chapter('Graduates confirm; one disputes, the school corrects (R21, R22, X17)');
  const [disputing, ...others] = graduates;
  if (!disputing) throw new StoryError('nobody has come');
  const { confirmation } = await viewOf(disputing);
  const dispute = await disputing.client.post(`/api/graduates/${disputing.id}/confirmation/dispute`, {
    digest: confirmation.recordDigest,
    text: '班级有误',
    fields: ['className'],
  });
  story.expect('dispute', dispute.status, 200);
  const correction = await cast.admin.post(`/api/graduates/${disputing.id}/basic-information/correction`, {
    changes: { className: '示例班' },
    reason: '毕业生反馈',
  });
  story.expect(`correction (${correction.body.code ?? ''})`, correction.status, 200);
  story.expect('after the correction', (await viewOf(disputing)).confirmation.status, 'UNCONFIRMED');
  story.tell('disputed, corrected by the school, back at 未确认', workflowOf(disputing));
  for (const graduate of [disputing, ...others]) await confirm(cast, graduate);
  story.tell('40 graduates have confirmed: 确认无误');
}
