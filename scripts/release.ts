import { readConfig } from '../infra/config/config.ts';
import { connectTemporal } from '../infra/temporal/connect.ts';
import { makeCurrent, ramp, readRelease } from '../infra/temporal/deployment.ts';

const [buildId, share] = process.argv.slice(2);
const percent = share === undefined ? 100 : Number(share);
if (!(percent >= 0 && percent <= 100)) {
  process.stderr.write(
    'Usage: npm run release                  which versions there are, and who has the workflows\n       npm run release -- <build id>    give that version all\n       npm run release -- <build id> 10 give it a share, in percent\n',
  );
  process.exit(1);
}
const { temporal } = readConfig(process.env);
const connected = await connectTemporal(temporal);
const { client } = connected;
const deploymentName = temporal.taskQueue;
try {
  if (buildId !== undefined)
    await (percent === 100 ? makeCurrent(client, { deploymentName, buildId }) : ramp(client, { deploymentName, buildId }, percent));
  const { current, ramping, versions } = await readRelease(client, deploymentName);
  for (const version of versions) {
    const part = version === current ? 'current' : version === ramping?.buildId ? `${ramping.percent} %` : '';
    process.stdout.write(`${version} ${part}\n`.replace(/ \n/, '\n'));
  }
} finally {
  await connected.close();
}
