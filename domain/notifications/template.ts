import type { z } from 'zod';
import type { NotificationAudience } from './events.ts';
import type { Language } from '../text/language.ts';

/** What a message says, once; text and HTML are both made from it. Subjects name nobody: they show on locked screens. */
export interface Message {
  readonly subject: string;
  /** Whom it addresses; null for an office. */
  readonly name: string | null;
  readonly paragraphs: readonly string[];
  readonly points?: readonly string[];
}

/** One event: who is told, what it may carry, and the words in each language. */
export interface NotificationTemplate<S extends z.ZodType = z.ZodType> {
  readonly audiences: readonly NotificationAudience[];
  readonly params: S;
  /** Checks the parameters (a ZodError if they are not those of the event) and writes the message. */
  compose(params: unknown, lang: Language): Message;
}

/** Defines an event; the languages are functions of the same checked parameters. */
export const defineTemplate = <S extends z.ZodType>({
  audiences,
  params,
  ...write
}: {
  audiences: readonly NotificationAudience[];
  params: S;
} & Record<Language, (params: z.output<S>) => Message>): NotificationTemplate<S> => ({
  audiences,
  params,
  compose: (given, lang) => write[lang](params.parse(given)),
});
