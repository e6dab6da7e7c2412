import type { Connection } from './pool.ts';

/** Numbers that are one graduate's within a roster. Any other index in the way is a mistake of ours, and an error. */
const numbers: ReadonlySet<string> = new Set(['graduate_schoolId_cohort_studentNo_key', 'graduate_schoolId_cohort_candidateNo_key']);

/** Name of the unique index that an error speaks of; undefined for any other error. */
function violated(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return undefined;
  const name = 'constraint' in error ? String(error.constraint) : '';
  return numbers.has(name) ? name : undefined;
}

/**
 * Runs work that may meet a number somebody else has, in a part of the transaction of its own, so that the rest can go on. Returns the
 * name of the unique index in the way, or what the work returns.
 */
export async function unlessTaken<T>(
  connection: Connection,
  work: () => Promise<T>,
): Promise<{ readonly taken: string } | { readonly done: T }> {
  await connection.query('SAVEPOINT "unless_taken"');
  try {
    const done = await work();
    await connection.query('RELEASE SAVEPOINT "unless_taken"');
    return { done };
  } catch (error) {
    const taken = violated(error);
    if (taken === undefined) throw error;
    await connection.query('ROLLBACK TO SAVEPOINT "unless_taken"');
    return { taken };
  }
}
