import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaffView } from '../../api/graduate/staff-view.ts';
import { projectRoot } from '../stack/project-root.ts';
import { viewOf, workflowOf, type Cast, type Graduate } from './cast.ts';
import { readQr } from './read-qr.ts';
import { confirm, moveClock, told } from './season.ts';
import { contentsOf, decide, submit } from './registration.ts';
import { eventually, StoryError } from './story.ts';

const out = join(projectRoot, 'out');
type Kind = 'DOSSIER' | 'HUKOU';

/** A grant with its number, after identity proofing (R26); returns the number. */
async function grant(
  { story, identities }: Cast,
  graduate: Graduate,
  kind: Kind,
  endDate: string,
): Promise<{ id: string; number: string }> {
  const password = identities.find(({ sub }) => sub === graduate.sub)?.password ?? '';
  await graduate.client.proveIdentity(graduate.sub, password);
  const answer = await graduate.client.post(`/api/graduates/${graduate.id}/grants`, { kind, endDate });
  story.expect(`grant (${answer.body.code ?? ''})`, answer.status, 201);
  const live = (await viewOf(graduate)).grants.grants.find((item) => item.kind === kind && item.status === 'ACTIVE');
  if (!live?.verificationNumber) throw new StoryError('the grant has no number');
  return { id: live.id, number: live.verificationNumber };
}

const ask = async ({ verifier }: Cast, kind: Kind, question: Record<string, string>) =>
  (await verifier.post<{ outcome: string; record?: { basics: { name: string } } }>(`/api/verification/${kind.toLowerCase()}`, question))
    .body;

export interface Granted {
  readonly graduate: Graduate;
  readonly name: string;
  readonly dossier: { id: string; number: string };
}

export async function grantAndPrint(cast: Cast, graduates: readonly Graduate[], cohort: number): Promise<Granted> {
  const { story } = cast;
  story.chapter('Grants with numbers, statements as PDF (R25–R29, R44–R47)');
  const views = await Promise.all(graduates.map(viewOf));
  const index = views.findIndex((view) => view.sections.DOSSIER.current && view.sections.HUKOU.current);
  const graduate = graduates[index];
  if (!graduate) throw new StoryError('nobody has both sections');
  const unproofed = await graduate.client.post(`/api/graduates/${graduate.id}/grants`, { kind: 'DOSSIER', endDate: `${cohort}-06-20` });
  story.expect('a grant without identity proofing', [unproofed.status, unproofed.body.code], [403, 'PROOFING_REQUIRED']);
  const beyond = await graduate.client.post(`/api/graduates/${graduate.id}/grants`, { kind: 'DOSSIER', endDate: `${cohort + 3}-01-01` });
  story.expect('a grant beyond the service', beyond.status >= 400, true);
  const dossier = await grant(cast, graduate, 'DOSSIER', `${cohort}-06-20`);
  await grant(cast, graduate, 'HUKOU', `${cohort}-07-20`);
  for (const kind of ['DOSSIER', 'HUKOU']) {
    const issued = await cast.admin.post(`/api/graduates/${graduate.id}/transfer-numbers`, { kind });
    story.expect(`transfer number (${issued.body.code ?? ''})`, issued.status, 201);
  }
  await mkdir(out, { recursive: true });
  const staffView = (await cast.admin.get<StaffView>(`/api/graduates/${graduate.id}`)).body;
  const transferId = staffView.transferNumbers.find(({ kind }) => kind === 'DOSSIER')?.id ?? '';
  const files = {
    'statement-dossier.pdf': [graduate.client, `/api/grants/${dossier.id}/statement`],
    'statement-transfer.pdf': [cast.admin, `/api/transfer-numbers/${transferId}/statement`],
  } as const;
  for (const [name, [client, path]] of Object.entries(files)) {
    const pdf = await client.get(path);
    story.expect(`${name} (${pdf.body.code ?? ''})`, [pdf.status, Buffer.from(pdf.bytes.subarray(0, 5)).toString()], [200, '%PDF-']);
    await writeFile(join(out, name), pdf.bytes);
    story.tell(`out/${name}, ${Math.round(pdf.bytes.length / 1024)} KB`, workflowOf(graduate));
  }
  return { graduate, name: views[index]?.basic.name ?? '', dossier };
}

export async function verify(cast: Cast, { graduate, name, dossier }: Granted): Promise<void> {
  const { story } = cast;
  story.chapter('Archive agencies and police verify, by number and by QR (R49–R51)');
  const { number } = dossier;
  const valid = await ask(cast, 'DOSSIER', { name, number });
  story.expect('number and name', [valid.outcome, valid.record?.basics.name], ['VALID', name]);
  story.expect(
    'typed in lower case with gaps',
    (await ask(cast, 'DOSSIER', { name, number: number.toLowerCase().replace(/(.{4})/g, '$1 ') })).outcome,
    'VALID',
  );
  story.expect('a wrong name', await ask(cast, 'DOSSIER', { name: '别人', number }), { outcome: 'NOT_FOUND' });
  story.expect('the other entry', await ask(cast, 'HUKOU', { name, number }), { outcome: 'NOT_FOUND' });
  const pdf = await graduate.client.get(`/api/grants/${dossier.id}/statement`);
  const [address, token] = ((await readQr(pdf.bytes)) ?? '').split('#');
  story.expect('the code leads to the entry', address?.endsWith('/verification/dossier'), true);
  story.expect('by QR, without a name', (await ask(cast, 'DOSSIER', { token: token ?? '' })).outcome, 'VALID');
  const lookups = (await graduate.client.get<{ items: unknown[] }>(`/api/graduates/${graduate.id}/lookups`)).body.items;
  story.expect('who looked', lookups.length, 3);
  await told(graduate, 'verification.performed');
  story.tell(
    'valid by number, by careless typing and by QR; refused for a wrong name and in the wrong entry; the graduate was told',
    workflowOf(graduate),
  );
}

export async function changeKeyField(cast: Cast, granted: Granted, cohort: number): Promise<Granted> {
  const { story } = cast;
  const { graduate, name, dossier } = granted;
  story.chapter('A key field changes: the confirmation falls back and the numbers die (R21, R32, R38, X4)');
  const versionId = await submit(cast, graduate, 'DOSSIER', { ...contentsOf(0).DOSSIER, address: '示例路99号' });
  const desks = await Promise.all(
    cast.collegeReviewers.map(async (desk) => ({ desk, holds: (await desk.get(`/api/graduates/${graduate.id}`)).status === 200 })),
  );
  const collegeDesk = desks.find(({ holds }) => holds)?.desk;
  if (!collegeDesk) throw new StoryError('no college holds the graduate');
  await decide(cast, collegeDesk, versionId, { decision: 'APPROVE' });
  await decide(cast, cast.schoolReviewer, versionId, { decision: 'APPROVE' });
  const view = await viewOf(graduate);
  story.expect('confirmation', view.confirmation.status, 'UNCONFIRMED');
  story.expect(
    'grants',
    view.grants.kinds.map(({ status }) => status),
    ['INVALIDATED', 'INVALIDATED'],
  );
  story.expect('the old number', (await ask(cast, 'DOSSIER', { name, number: dossier.number })).outcome, 'INVALIDATED');
  await told(graduate, 'confirm.required_again');
  await confirm(cast, graduate);
  const renewed = await grant(cast, graduate, 'DOSSIER', `${cohort}-06-20`);
  story.expect('a new number', renewed.number !== dossier.number, true);
  story.tell('未确认, four numbers dead, confirmed again, a new grant has a new number', workflowOf(graduate));
  return { ...granted, dossier: renewed };
}

export async function expire(cast: Cast, { graduate, name, dossier }: Granted, cohort: number): Promise<void> {
  const { story } = cast;
  story.chapter('The grant expires by itself (R29, R30)');
  await moveClock(cast, `${cohort}-06-21T00:30:00+08:00`);
  story.expect('the number after its last day', (await ask(cast, 'DOSSIER', { name, number: dossier.number })).outcome, 'EXPIRED');
  await told(graduate, 'grant.expired');
  story.tell('expired at 23:59:59 of its last day; the lifecycle wrote it down and told the graduate', workflowOf(graduate));
}

export async function cutOff(cast: Cast, graduates: readonly Graduate[], cohort: number): Promise<void> {
  const { story } = cast;
  story.chapter('Departure, and the cutoff on 31 August (R55, R56, X7)');
  const [, , graduate] = graduates;
  if (!graduate) throw new StoryError('nobody has come');
  await submit(cast, graduate, 'DOSSIER', { ...contentsOf(0).DOSSIER, address: '示例路77号' });
  await moveClock(cast, `${cohort}-07-02T10:00:00+08:00`);
  const departed = await graduate.client.post(`/api/graduates/${graduate.id}/sections/DESTINATION/submissions`, {
    content: contentsOf(0).DESTINATION,
    evidenceIds: [],
    basedOn: (await viewOf(graduate)).sections.DESTINATION.current?.id,
  });
  story.expect('after departure', [departed.status, departed.body.code, departed.body.clause], [409, 'AFTER_DEPARTURE', 'R56, X7']);
  await moveClock(cast, `${cohort}-09-01T00:30:00+08:00`);
  await eventually('the cutoff is recorded', async () =>
    (await viewOf(graduate)).sections.DOSSIER.latest?.status === 'LAPSED' ? true : undefined,
  );
  const late = await cast.admin.post(`/api/graduates/${graduate.id}/basic-information/correction`, {
    changes: { className: '示例二班' },
    reason: '更正',
  });
  story.expect('a correction after the cutoff', [late.status, late.body.code], [409, 'AFTER_CUTOFF']);
  await told(graduate, 'cutoff.reached');
  story.tell('what was still at a desk has lapsed; changes are refused with the clause', workflowOf(graduate));
}
