import { heartbeat } from '@temporalio/activity';
import { findDueLists, noteKeyUse, publishStatusList, type StatusListDesk } from '../../infra/offline/status-lists.ts';

/** Publishes what is due, list by list: whoever takes over after a crash goes on with the rest. */
export async function publishStatusLists(desk: StatusListDesk): Promise<number> {
  const due = await findDueLists(desk);
  for (const list of due) {
    await publishStatusList(desk, list);
    heartbeat(list);
  }
  await noteKeyUse(desk);
  return due.length;
}
