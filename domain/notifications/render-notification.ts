import { escapeHtml } from '../escape-html.ts';
import type { NotificationEvent } from './events.ts';
import type { Language } from '../text/language.ts';
import { NOTIFICATION_TEMPLATES } from './templates.ts';
import type { Message, NotificationTemplate } from './template.ts';

/** A message as it is shown in the inbox and sent by mail. */
export interface RenderedNotification {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Where the reader signs in; only a start page, so that no record is named in a link. */
export interface NotificationSite {
  readonly name: string;
  readonly url: string;
}

const frame = {
  zh: { greeting: (name: string) => `${name}，您好：`, office: '您好：', automatic: '本消息由系统自动发送，请勿回复。', tag: 'zh-CN' },
  en: { greeting: (name: string) => `Dear ${name},`, office: 'Hello,', automatic: 'Sent automatically; please do not reply.', tag: 'en' },
} as const;

/**
 * Writes an event in one language, text and HTML from the same words. Parameters come from the record as JSON and are
 * checked again: a ZodError if they are not those of the event.
 */
export const renderNotification = (
  event: NotificationEvent,
  params: unknown,
  lang: Language,
  site?: NotificationSite,
): RenderedNotification => {
  const template: NotificationTemplate = NOTIFICATION_TEMPLATES[event];
  const message = template.compose(params, lang);
  return { subject: message.subject, text: textOf(message, lang, site), html: htmlOf(message, lang, site) };
};

const greetingOf = ({ name }: Message, lang: Language): string => (name === null ? frame[lang].office : frame[lang].greeting(name));

const textOf = (message: Message, lang: Language, site: NotificationSite | undefined): string => {
  const blocks = [
    greetingOf(message, lang),
    ...message.paragraphs,
    ...(message.points === undefined ? [] : [message.points.map((point) => `- ${point}`).join('\n')]),
    ...(site === undefined ? [] : [`${site.name}\n${site.url}`]),
    frame[lang].automatic,
  ];
  return `${blocks.join('\n\n')}\n`;
};

const htmlOf = (message: Message, lang: Language, site: NotificationSite | undefined): string => {
  const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
  const points = message.points?.map((point) => `<li>${escapeHtml(point)}</li>`).join('');
  const blocks = [
    paragraph(greetingOf(message, lang)),
    ...message.paragraphs.map(paragraph),
    ...(points === undefined ? [] : [`<ul>${points}</ul>`]),
    ...(site === undefined ? [] : [`<p><a href="${escapeHtml(site.url)}">${escapeHtml(site.name)}</a></p>`]),
    `<p><small>${escapeHtml(frame[lang].automatic)}</small></p>`,
  ];
  const head = `<meta charset="utf-8"><title>${escapeHtml(message.subject)}</title>`;
  return `<!doctype html>\n<html lang="${frame[lang].tag}"><head>${head}</head>\n<body>\n${blocks.join('\n')}\n</body></html>\n`;
};
