import { useEffect, useRef, useState, type RefObject } from 'react';
import type { SectionKind } from '../../domain/registration/section.ts';
import { fieldProblems, isFieldProblem } from '../../domain/text/field-problems.ts';
import { useBilingual } from '../text/words.ts';
import { contentOf, type Typed } from './section-fields.ts';

interface CheckedContent {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly content: Record<string, unknown>;
  /** By field, in words; as found by the last `check`. */
  readonly problems: Readonly<Record<string, string>>;
  /** Whether the content may be sent; otherwise the first field that is wrong gets the focus. */
  readonly check: () => Promise<boolean>;
}

const loadSchemas = () => import('../../domain/registration/section-content.ts').catch(() => undefined);

/** What is typed as the content of a section, held against the schema of `domain/`. */
export function useCheckedContent(section: SectionKind, typed: Typed): CheckedContent {
  const inWords = useBilingual();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const content = contentOf(section, typed);
  // They come while the form is being filled in: nobody waits for them to see it.
  useEffect(() => void loadSchemas(), []);
  const check = async () => {
    const schemas = await loadSchemas();
    // Without them the server says the same, a journey later.
    if (!schemas) return true;
    const parsed = schemas.parseSectionContent(section, content);
    setProblems(
      parsed.ok
        ? {}
        : Object.fromEntries(
            parsed.problems.map(({ field, code }) => [field, inWords(fieldProblems[isFieldProblem(code) ? code : 'TYPE_WRONG'])]),
          ),
    );
    if (!parsed.ok) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    return parsed.ok;
  };
  return { form, content, problems, check };
}
