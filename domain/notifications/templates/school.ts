import { z } from 'zod';
import { Stage } from '../../lifecycle/stage.ts';
import { stageWords } from '../../lifecycle/stage-words.ts';
import { CountParam, ShownTime } from '../params.ts';
import { defineTemplate } from '../template.ts';

const nextWords = {
  REGISTRATION_OPENS: { zh: '登记开始', en: 'registration opens' },
  REGISTRATION_CLOSES: { zh: '登记结束', en: 'registration closes' },
  DOSSIER_CLOSES: { zh: '档案登记结束', en: 'dossier registration closes' },
  CONFIRMATION_OPENS: { zh: '登记确认开始', en: 'confirmation opens' },
  CONFIRMATION_CLOSES: { zh: '登记确认结束', en: 'confirmation closes' },
  DEPARTURE: { zh: '离校并留存去向快照', en: 'departure and its snapshot' },
  CUTOFF_APPROACHES: { zh: '截止前提醒', en: 'reminders before the cutoff' },
  CUTOFF: { zh: '全国截止', en: 'the national cutoff' },
} as const;
const NextKind = z.enum(Object.keys(nextWords) as [keyof typeof nextWords]);

/** Each morning in season: how many stand where, what is overdue, what comes next (R56). Counts and nothing about anybody. */
export const schoolDigest = defineTemplate({
  audiences: ['SCHOOL'],
  params: z.strictObject({
    cohort: z.int(),
    counts: z.record(z.string(), CountParam),
    nextKind: NextKind.nullable(),
    nextAt: ShownTime.nullable(),
  }),
  zh: ({ cohort, counts, nextKind, nextAt }) => ({
    subject: '去向登记每日进展',
    name: null,
    paragraphs: [
      `${cohort} 届毕业生共 ${counts['graduates'] ?? 0} 名，其中 ${counts['overdue'] ?? 0} 名有超过审核时限的登记。`,
      ...(nextKind === null ? [] : [`接下来：${nextWords[nextKind].zh}（${nextAt ?? ''}）。`]),
    ],
    points: stagesIn(counts).map((stage) => `${stageWords[stage].zh}：${counts[stage]}`),
  }),
  en: ({ cohort, counts, nextKind, nextAt }) => ({
    subject: 'Registrations this morning',
    name: null,
    paragraphs: [
      `Graduates of cohort ${cohort}: ${counts['graduates'] ?? 0}. With an overdue review: ${counts['overdue'] ?? 0}.`,
      ...(nextKind === null ? [] : [`Next: ${nextWords[nextKind].en} (${nextAt ?? ''}).`]),
    ],
    points: stagesIn(counts).map((stage) => `${stageWords[stage].en}: ${counts[stage]}`),
  }),
});

const stagesIn = (counts: Readonly<Record<string, number>>) => Stage.options.filter((stage) => counts[stage] !== undefined);
