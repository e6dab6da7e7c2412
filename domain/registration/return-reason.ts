import { z } from 'zod';

/** Why a desk returns a submission (R14); the reviewer's own words and the fields stand beside it. */
export const returnReasons = {
  EVIDENCE_MISSING: { zh: '证明材料缺失', en: 'Evidence is missing' },
  EVIDENCE_UNREADABLE: { zh: '证明材料不清晰', en: 'Evidence cannot be read' },
  EVIDENCE_MISMATCH: { zh: '材料与填报内容不一致', en: 'Evidence does not match what was entered' },
  WRONG_CATEGORY: { zh: '去向类别或转递类型有误', en: 'Wrong category or transfer type' },
  WRONG_UNIT: { zh: '单位信息有误', en: 'Wrong unit' },
  WRONG_ADDRESS: { zh: '地址、邮编或联系方式有误', en: 'Wrong address, postcode or contact' },
  OTHER: { zh: '其他', en: 'Other' },
} as const;

export type ReturnReason = keyof typeof returnReasons;
export const ReturnReason = z.enum(Object.keys(returnReasons) as [ReturnReason, ...ReturnReason[]]);
