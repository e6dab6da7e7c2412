import type { TestApplication } from '../../api/support/application.ts';
import type { SchoolWithPeople } from '../../api/support/people.ts';
import { checked } from '../../api/support/stages.ts';
import { graduateActor, run } from '../../support/record/commands.ts';
import { homeDossier } from '../../support/record/contents.ts';
import { createGraduate } from '../../support/record/graduates.ts';

/** A graduate of the school whose dossier waits at the desk of the college; returns the submission. */
export async function waitingDossier(
  app: TestApplication,
  people: SchoolWithPeople,
  name: string,
): Promise<{ graduateId: string; versionId: string }> {
  const graduate = await createGraduate(app.record.pool, app.record, people.school, { name });
  await checked(app, { ...people, graduate });
  const { ids } = await run(app.record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', {
    section: 'DOSSIER',
    content: homeDossier,
    evidenceIds: [],
    basedOn: null,
  });
  return { graduateId: graduate.graduateId, versionId: ids?.versionId ?? '' };
}
