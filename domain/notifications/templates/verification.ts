import { z } from 'zod';
import { StatementKind } from '../../grants/grant.ts';
import { PersonName, ShownPlace, ShownTime } from '../params.ts';
import { defineTemplate } from '../template.ts';
import { KIND_WORDS, listed } from '../words.ts';

/** Somebody looked: when, in which entry, and where if that is known. */
export const verificationPerformed = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, kind: StatementKind, at: ShownTime, place: ShownPlace.nullable() }),
  zh: ({ name, kind, at, place }) => ({
    subject: '您的登记信息被核验',
    name,
    paragraphs: [
      `您的${KIND_WORDS.zh[kind]}于 ${at} ${place === null ? '' : `在${place}`}被在线核验。如有疑问，可登录查看核验记录或关闭核验授权。`,
    ],
  }),
  en: ({ name, kind, at, place }) => ({
    subject: 'Your record was verified',
    name,
    paragraphs: [
      `Your ${KIND_WORDS.en[kind]} record was verified online at ${at}${place === null ? '' : ` in ${place}`}. You can sign in to see who looked, or close the grant.`,
    ],
  }),
});

/** How many verifications a digest lists; the rest is counted. */
export const digestLimit = 20;

/** All verifications of a day in one message, for who prefers that. */
export const verificationDigest = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({
    name: PersonName,
    count: z.int().min(1),
    lookups: z
      .array(z.strictObject({ kind: StatementKind, at: ShownTime, place: ShownPlace.nullable() }))
      .min(1)
      .max(digestLimit),
  }),
  zh: ({ name, count, lookups }) => ({
    subject: '您的登记信息今日被核验',
    name,
    paragraphs: [`您的登记信息被在线核验 ${count} 次。如有疑问，可登录查看核验记录或关闭核验授权。`],
    points: lookups.map(({ kind, at, place }) => `${at} ${KIND_WORDS.zh[kind]}${place === null ? '' : `（${place}）`}`),
  }),
  en: ({ name, count, lookups }) => ({
    subject: 'Your record was verified today',
    name,
    paragraphs: [
      `Your record was verified online ${count === 1 ? 'once' : `${count} times`}. You can sign in to see who looked, or close the grant.`,
    ],
    points: lookups.map(({ kind, at, place }) => `${at} ${KIND_WORDS.en[kind]}${place === null ? '' : ` (${place})`}`),
  }),
});

/** The school has to make them anew (R38); numbers that die together are one message. */
export const transferNumberInvalidated = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({ name: PersonName, kinds: z.array(StatementKind).min(1).max(2) }),
  zh: ({ name, kinds }) => ({
    subject: '转递编号已失效',
    name: null,
    paragraphs: [
      `毕业生${name}的登记信息发生变更，${listed(
        kinds.map((kind) => KIND_WORDS.zh[kind]),
        'zh',
      )}转递编号已失效。请重新生成；若材料已寄出，请登录查看处理办法。`,
    ],
  }),
  en: ({ name, kinds }) => ({
    subject: 'Transfer numbers are no longer valid',
    name: null,
    paragraphs: [
      `The registration of ${name} has changed: transfer numbers no longer valid (${listed(
        kinds.map((kind) => KIND_WORDS.en[kind]),
        'en',
      )}). Please generate them anew; if the papers are already on their way, sign in to see what to do.`,
    ],
  }),
});

/** End of the lifecycle's verification service (R33, R42, X20). */
export const serviceEnded = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName }),
  zh: ({ name }) => ({ subject: '查询核验服务已截止', name, paragraphs: ['您的登记信息的查询核验服务已截止，核验编号不能再用于核验。'] }),
  en: ({ name }) => ({
    subject: 'The verification service has ended',
    name,
    paragraphs: ['The verification service for your registration has ended; numbers no longer verify.'],
  }),
});
