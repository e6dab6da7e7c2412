import type { components } from '../../generated/openapi.ts';

export type RegistrationPart = components['schemas']['RegistrationPart'];
export type ChangedLine = Omit<components['schemas']['ChangedLine'], 'key'>;

/** Line by line between what the page has shown and what stands now. */
export function changedSince(seen: readonly RegistrationPart[], now: readonly RegistrationPart[]): ChangedLine[] {
  const [before, after] = [flat(seen), flat(now)];
  return [...new Map([...before, ...after])].flatMap(([key, line]): ChangedLine[] => {
    const [was, is] = [before.get(key)?.value ?? null, after.get(key)?.value ?? null];
    return was?.zh === is?.zh ? [] : [{ part: line.part, field: line.field, words: line.words, before: was, after: is }];
  });
}

const flat = (parts: readonly RegistrationPart[]) =>
  new Map(parts.flatMap(({ part, lines }) => lines.map((line) => [`${part}.${line.field}`, { ...line, part }] as const)));
