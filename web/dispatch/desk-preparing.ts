import { answerOf, api } from '../http/client.ts';
import type { CommandHeader } from '../http/command.ts';
import { explain, ProblemError } from '../http/problem.ts';
import { pageSize } from '../lists/use-pages.ts';
import { bilingual } from '../text/words.ts';

export interface Candidate {
  readonly graduateId: string;
  readonly name: string;
}
export interface CandidateQuery {
  readonly cohort: number | null;
  readonly collegeId: string | null;
  readonly className: string | null;
  readonly state: 'CURRENT' | null;
}

/** What came of each file; a serial where it has one. */
export interface FileReport {
  readonly done: readonly { readonly name: string; readonly serial: string | null }[];
  readonly skipped: readonly { readonly graduateId: string; readonly name: string; readonly reason: string }[];
}

interface Office {
  readonly handler: string;
  readonly phone: string;
  readonly address: string;
  readonly postcode: string;
}

export const candidatesOf = ({ cohort, collegeId, className, state }: CandidateQuery, cursor: string | undefined, signal?: AbortSignal) =>
  api.GET('/api/transfer-lists/{kind}', {
    signal,
    params: {
      path: { kind: 'DOSSIER' },
      query: {
        cursor,
        limit: pageSize,
        ...(cohort !== null && { cohort: String(cohort) }),
        ...(collegeId !== null && { collegeId }),
        ...(className !== null && { className }),
        ...(state !== null && { state }),
      },
    },
  });

const mostAtOnce = Number(pageSize);

/** Page by page: one request takes at most 200 files. One that was prepared before a lost answer is refused as such, never prepared twice (R64). */
export async function prepareFiles(
  how: { readonly office: Office; readonly volumes: number },
  of: CandidateQuery | readonly Candidate[],
  headers: CommandHeader,
): Promise<FileReport> {
  const report = {
    done: [] as { name: string; serial: string | null }[],
    skipped: [] as { graduateId: string; name: string; reason: string }[],
  };
  for await (const people of 'cohort' in of ? pagesOf(of) : slicesOf(of)) {
    const names = new Map(people.map(({ graduateId, name }) => [graduateId, name]));
    const { items } = await answerOf(
      api.POST('/api/dispatches', { headers, body: { ...how, items: people.map(({ graduateId }) => ({ graduateId })) } }),
    );
    for (const { graduateId, serial, words } of items) {
      const name = names.get(graduateId) ?? '';
      if (words) report.skipped.push({ graduateId, name, reason: bilingual(words) });
      else report.done.push({ name, serial });
    }
  }
  return report;
}

/** One by one; who is refused is told, the others are kept. */
export async function keepFiles(of: readonly Candidate[], note: string, headers: CommandHeader): Promise<FileReport> {
  const report = {
    done: [] as { name: string; serial: string | null }[],
    skipped: [] as { graduateId: string; name: string; reason: string }[],
  };
  for (const { graduateId, name } of of) {
    try {
      await answerOf(api.POST('/api/graduates/{id}/dispatch/keeping', { headers, params: { path: { id: graduateId } }, body: { note } }));
      report.done.push({ name, serial: null });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status !== 409) throw error;
      report.skipped.push({ graduateId, name, reason: explain(error) });
    }
  }
  return report;
}

async function* pagesOf(query: CandidateQuery): AsyncGenerator<readonly Candidate[]> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await answerOf(candidatesOf(query, cursor));
    if (items.length > 0) yield items;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function* slicesOf(people: readonly Candidate[]): Generator<readonly Candidate[]> {
  for (let start = 0; start < people.length; start += mostAtOnce) yield people.slice(start, start + mostAtOnce);
}
