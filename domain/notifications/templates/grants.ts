import { z } from 'zod';
import { StatementKind } from '../../grants/grant.ts';
import { PersonName, ShownTime } from '../params.ts';
import { defineTemplate } from '../template.ts';
import { KIND_WORDS, listed } from '../words.ts';

const ofGrant = z.strictObject({ name: PersonName, kind: StatementKind });
const withEnd = ofGrant.extend({ endsAt: ShownTime });

/** A grant was issued (R26, R27); a mail that the graduate did not expect is a warning. */
export const grantIssued = defineTemplate({
  audiences: ['GRADUATE'],
  params: withEnd,
  zh: ({ name, kind, endsAt }) => ({
    subject: '核验授权已生效',
    name,
    paragraphs: [`您的${KIND_WORDS.zh[kind]}核验授权已生效，有效期至 ${endsAt}。如非本人操作，请立即登录关闭并联系学校。`],
  }),
  en: ({ name, kind, endsAt }) => ({
    subject: 'Your verification grant is live',
    name,
    paragraphs: [
      `Your ${KIND_WORDS.en[kind]} record can now be verified until ${endsAt}. If this was not you, please sign in, close the grant and tell your school.`,
    ],
  }),
});

/** 核验授权有效期已过 (R30). */
export const grantExpired = defineTemplate({
  audiences: ['GRADUATE'],
  params: ofGrant,
  zh: ({ name, kind }) => ({
    subject: '核验授权已过期',
    name,
    paragraphs: [`您的${KIND_WORDS.zh[kind]}核验授权有效期已过。如需继续对外查询核验，请重新核验授权。`],
  }),
  en: ({ name, kind }) => ({
    subject: 'Your verification grant has ended',
    name,
    paragraphs: [`Your ${KIND_WORDS.en[kind]} grant has reached its end date. If verification is still needed, please grant it again.`],
  }),
});

/** 关闭 before its end (R31). */
export const grantClosed = defineTemplate({
  audiences: ['GRADUATE'],
  params: ofGrant,
  zh: ({ name, kind }) => ({
    subject: '核验授权已关闭',
    name,
    paragraphs: [`您的${KIND_WORDS.zh[kind]}核验授权已关闭，原核验编号不能再用于核验。`],
  }),
  en: ({ name, kind }) => ({
    subject: 'Your verification grant was closed',
    name,
    paragraphs: [`Your ${KIND_WORDS.en[kind]} grant was closed. Its number no longer verifies.`],
  }),
});

/** A change of the record killed it (R32, X4); numbers that die together are one message. */
export const grantInvalidated = defineTemplate({
  audiences: ['GRADUATE'],
  params: z.strictObject({ name: PersonName, kinds: z.array(StatementKind).min(1).max(2) }),
  zh: ({ name, kinds }) => ({
    subject: '核验编号已失效',
    name,
    paragraphs: [
      `登记信息发生变更，您的${listed(
        kinds.map((kind) => KIND_WORDS.zh[kind]),
        'zh',
      )}核验编号已失效，已下载的登记信息不能再用于核验。请重新确认后再授权。`,
    ],
  }),
  en: ({ name, kinds }) => ({
    subject: 'Your verification number is no longer valid',
    name,
    paragraphs: [
      `Your registration has changed: verification numbers no longer valid (${listed(
        kinds.map((kind) => KIND_WORDS.en[kind]),
        'en',
      )}), nor are the statements printed with them. Please confirm the record again and grant anew.`,
    ],
  }),
});
