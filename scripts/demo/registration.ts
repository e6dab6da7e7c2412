import sharp from 'sharp';
import { viewOf, type Cast, type Graduate } from './cast.ts';
import { StoryError } from './story.ts';

export type Section = 'DESTINATION' | 'DOSSIER' | 'HUKOU';

const employer = {
  code: '10',
  entityName: '示例信息咨询有限公司',
  creditCode: '91350100M000100Y43',
  industry: '34',
  nature: '39',
  jobCategory: '13',
  entityRegion: '110102',
};
const pending = { code: '70', subtype: '70-L1' };
const dossier = {
  type: 'HOME',
  unitName: '示例区公共就业和人才服务中心',
  region: '110108',
  address: '示例路1号',
  postcode: '100195',
  contact: '档案科',
  phone: '010-62000000',
  note: '转回生源地',
};
const hukou = { type: 'HOME', region: '110108' };

/** What graduate number `index` has to register: some have signed an agreement, some are still looking (X11). */
export const contentsOf = (index: number): Record<Section, Record<string, unknown>> => ({
  DESTINATION: index % 3 === 0 ? employer : pending,
  DOSSIER: dossier,
  HUKOU: hukou,
});

async function evidence({ client, id }: Graduate, section: Section): Promise<string> {
  const image = await sharp({ create: { width: 640, height: 900, channels: 3, background: '#f4f1e8' } })
    .jpeg()
    .toBuffer();
  const answer = await client.upload<{ id: string }>(`/api/graduates/${id}/evidence/${section}`, image, 'agreement.jpg', 'image/jpeg');
  if (answer.status !== 201) throw new StoryError(`upload: ${answer.status} ${answer.body.code}`);
  return answer.body.id;
}

/** Submits one section; returns the id of the submission. */
export async function submit({ story }: Cast, graduate: Graduate, section: Section, content: Record<string, unknown>): Promise<string> {
  const view = await viewOf(graduate);
  const evidenceIds = section === 'DESTINATION' && content.code === '10' ? [await evidence(graduate, section)] : [];
  const answer = await graduate.client.post(`/api/graduates/${graduate.id}/sections/${section}/submissions`, {
    content,
    evidenceIds,
    basedOn: view.sections[section].current?.id ?? null,
  });
  story.expect(`submission of ${section} (${answer.body.code ?? ''} ${JSON.stringify(answer.body.fields ?? '')})`, answer.status, 201);
  const after = await viewOf(graduate);
  const { latest } = after.sections[section];
  if (!latest) throw new StoryError('the submission is not there');
  return latest.id;
}

/** Checks the basic information (R6) and submits every section that is open to this graduate (R12, X16). */
export async function register(cast: Cast, graduate: Graduate, index: number): Promise<Section[]> {
  const before = await viewOf(graduate);
  const checked = await graduate.client.post(`/api/graduates/${graduate.id}/basic-information/check`, { digest: before.basicDigest });
  cast.story.expect('basic information checked', checked.status, 200);
  const view = await viewOf(graduate);
  const open = (['DESTINATION', 'DOSSIER', 'HUKOU'] as const).filter(
    (section) =>
      view.allowedActions.some((action) => action.action === 'SUBMIT_SECTION' && action.target === section && action.allowed) &&
      view.sections[section].current === null,
  );
  for (const section of open) await submit(cast, graduate, section, contentsOf(index)[section]);
  return open;
}

export async function decide(
  { story }: Cast,
  desk: Graduate['client'],
  versionId: string,
  decision: Record<string, unknown>,
): Promise<void> {
  const answer = await desk.post(`/api/reviews/${versionId}/decision`, decision);
  story.expect(`decision (${answer.body.code ?? ''})`, answer.status, 200);
}

interface QueueItem {
  readonly versionId: string;
  readonly graduateId: string;
  readonly section: Section;
}
interface QueuePage {
  readonly items: QueueItem[];
  readonly nextCursor: string | null;
}

/** Everything that lies at a desk, over all pages. */
export async function queueOf(desk: Graduate['client'], status: string): Promise<QueueItem[]> {
  const items: QueueItem[] = [];
  let cursor: string | null = null;
  do {
    const { body: page }: { body: QueuePage } = await desk.get<QueuePage>(
      `/api/reviews?status=${status}&limit=100${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** Both desks approve whatever waits for them. */
export async function reviewAll(cast: Cast): Promise<number> {
  let decided = 0;
  for (const desk of cast.collegeReviewers) {
    for (const item of await queueOf(desk, 'COLLEGE_REVIEW')) {
      await decide(cast, desk, item.versionId, { decision: 'APPROVE' });
      decided += 1;
    }
  }
  for (const item of await queueOf(cast.schoolReviewer, 'SCHOOL_REVIEW')) {
    await decide(cast, cast.schoolReviewer, item.versionId, { decision: 'APPROVE' });
    decided += 1;
  }
  return decided;
}
