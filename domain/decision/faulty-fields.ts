import type { z } from 'zod';

/** Paths of what a schema refused; fields that it does not know are named as well. */
export function faultyFields({ issues }: z.ZodError): string[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [issue.path.join('.')],
  );
}
