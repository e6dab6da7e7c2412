import { gatherCast } from './demo/cast.ts';
import { confirmAll, importRoster, registerAll, remind, review } from './demo/season.ts';
import { Story, StoryError } from './demo/story.ts';
import { changeKeyField, cutOff, expire, grantAndPrint, verify } from './demo/verification.ts';
import { readSettings } from './start/settings.ts';

const settings = readSettings(process.env);
const { HTTP_PORT, TEMPORAL_UI_PORT, TEMPORAL_NAMESPACE, TEMPORAL_UI_URL, QUXIANG_DATA_DIR } = settings;
const story = new Story(`${TEMPORAL_UI_URL ?? `http://127.0.0.1:${TEMPORAL_UI_PORT}`}/namespaces/${TEMPORAL_NAMESPACE}`);
const cohort = 2027;

try {
  const cast = await gatherCast(story, `http://127.0.0.1:${HTTP_PORT}`, QUXIANG_DATA_DIR);
  await importRoster(cast, cohort);
  const graduates = await remind(cast, cohort);
  await registerAll(cast, graduates);
  await review(cast, graduates);
  await confirmAll(cast, graduates);
  const granted = await grantAndPrint(cast, graduates, cohort);
  await verify(cast, granted);
  const renewed = await changeKeyField(cast, granted, cohort);
  await expire(cast, renewed, cohort);
  await cutOff(cast, graduates, cohort);
  process.stdout.write('\nThe season came out as the rules say.\n');
} catch (error) {
  const refused = error instanceof TypeError && error.message === 'fetch failed';
  process.stderr.write(
    `\n✗ ${refused ? 'nothing answers: is npm start running?' : error instanceof StoryError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
}
