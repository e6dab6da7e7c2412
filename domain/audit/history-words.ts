import type { RegistrationEvent } from '../decision/events.ts';
import type { Bilingual } from '../text/language.ts';

/** What is done to a graduate-year beside the decisions, as far as the graduate is shown it. */
type BesideAction =
  | 'GRADUATE_IMPORTED'
  | 'ACCOUNT_BOUND'
  | 'ACCOUNT_UNBOUND'
  | 'CONTACT_TAKEN_OVER'
  | 'CONSENT_GIVEN'
  | 'COPY_TAKEN'
  | 'PERSONAL_DATA_REVEALED'
  | 'EVIDENCE_READ'
  | 'EVIDENCE_GONE'
  | 'NOTIFICATION_RESENT'
  | `DISPATCH_${string}`;

const words = {
  BASIC_INFORMATION_CHECKED: { zh: '核对基本信息无误', en: 'Basic information checked' },
  BASIC_CHECK_REOPENED: { zh: '基本信息需重新核对', en: 'Basic information to be checked again' },
  BASIC_INFORMATION_CORRECTED: { zh: '更正基本信息', en: 'Basic information corrected' },
  TICKET_OPENED: { zh: '向学校提出申请', en: 'Request to the school' },
  TICKET_ANSWERED: { zh: '学校答复申请', en: 'Request answered' },
  GRADUATE_PLACED: { zh: '调整院系或辅导员', en: 'College or counsellor changed' },
  GRADUATE_REMOVED: { zh: '移出名单', en: 'Taken off the roster' },
  SECTION_SUBMITTED: { zh: '提交审核', en: 'Submitted' },
  SECTION_FORWARDED: { zh: '院系审核通过', en: 'Passed by the college' },
  SECTION_RETURNED: { zh: '退回修改', en: 'Returned' },
  SECTION_WITHDRAWN: { zh: '撤回提交', en: 'Taken back' },
  SECTION_LAPSED: { zh: '截止时未审结', en: 'Still open at the cutoff' },
  SECTION_APPROVED: { zh: '审核通过', en: 'Approved' },
  SECTION_VOIDED: { zh: '作废', en: 'Voided' },
  CONFIRMATION_CHANGED: { zh: '登记确认', en: 'Confirmation' },
  GRANT_ISSUED: { zh: '授权核验', en: 'Verification granted' },
  GRANT_ENDED: { zh: '核验授权结束', en: 'Grant ended' },
  TRANSFER_NUMBER_ISSUED: { zh: '学校生成转递编号', en: 'Transfer number made by the school' },
  TRANSFER_NUMBER_ENDED: { zh: '转递编号失效', en: 'Transfer number ended' },
  REVIEW_OVERDUE: { zh: '审核超时', en: 'Review overdue' },
  SECTION_OPENED: { zh: '学校开放修改', en: 'Opened by the school' },
  OPENING_CLOSED: { zh: '学校关闭修改', en: 'Closed by the school' },
  EXCEPTION_REQUESTED: { zh: '学校申请例外', en: 'Exception requested' },
  EXCEPTION_ANSWERED: { zh: '例外申请已答复', en: 'Exception answered' },
  REMINDED_BY_STAFF: { zh: '老师提醒', en: 'Reminded by staff' },
  REMINDED: { zh: '系统提醒', en: 'Reminded' },
  CUTOFF_RECORDED: { zh: '更新截止', en: 'Cutoff of changes' },
  SERVICE_ENDED: { zh: '服务结束', en: 'Service ended' },
  GRADUATE_IMPORTED: { zh: '学校上传名单', en: 'Put on the roster' },
  ACCOUNT_BOUND: { zh: '绑定登录账号', en: 'Sign-in account bound' },
  ACCOUNT_UNBOUND: { zh: '解除登录账号', en: 'Sign-in account unbound' },
  CONTACT_TAKEN_OVER: { zh: '更新联系方式', en: 'Contact taken over from the account' },
  CONSENT_GIVEN: { zh: '同意个人信息处理告知', en: 'Notice on personal data accepted' },
  COPY_TAKEN: { zh: '下载数据副本', en: 'Copy of the data taken' },
  PERSONAL_DATA_REVEALED: { zh: '工作人员查看完整的证件号码或联系方式', en: 'Document number or contact looked at in full' },
  EVIDENCE_READ: { zh: '工作人员查看证明材料', en: 'Evidence looked at by staff' },
  EVIDENCE_GONE: { zh: '证明材料已按保存期限删除', en: 'Evidence deleted, its retention being over' },
  NOTIFICATION_RESENT: { zh: '重发通知', en: 'Message sent again' },
  DISPATCH_PREPARED: { zh: '档案已备好', en: 'File prepared' },
  DISPATCH_SENT: { zh: '档案已寄出', en: 'File sent' },
  DISPATCH_TRACKED: { zh: '登记运单号', en: 'Tracking number entered' },
  DISPATCH_REISSUED: { zh: '重开转递单', en: 'Slip issued again' },
  DISPATCH_REPORTED: { zh: '接收方报告收到档案', en: 'File reported as received' },
  DISPATCH_RECEIVED: { zh: '档案已收到', en: 'File received' },
  DISPATCH_REFUSED: { zh: '档案被拒收', en: 'File refused' },
  DISPATCH_RETURNED: { zh: '档案被退回', en: 'File returned' },
  DISPATCH_REDIRECTED: { zh: '档案改寄', en: 'File redirected' },
  DISPATCH_LOST: { zh: '档案遗失', en: 'File lost' },
  DISPATCH_OVERDUE: { zh: '档案逾期未收到', en: 'File overdue' },
  DISPATCH_LOST_CASE: { zh: '查找档案', en: 'File searched for' },
  DISPATCH_PHOTOGRAPH_READ: { zh: '工作人员查看回执照片', en: 'Photograph of the receipt looked at by staff' },
  DISPATCH_PHOTOGRAPH_GONE: { zh: '回执照片已按保存期限删除', en: 'Photograph of the receipt deleted, its retention being over' },
  DISPATCH_CANCELLED: { zh: '取消寄送', en: 'Sending cancelled' },
  DISPATCH_KEPT_AT_SCHOOL: { zh: '档案由学校保管', en: 'File kept at the school' },
  DISPATCH_RELEASED: { zh: '结束在校保管', en: 'File no longer kept' },
} as const satisfies Readonly<Record<RegistrationEvent['type'], Bilingual> & Partial<Record<BesideAction, Bilingual>>>;

const subjects: Readonly<Record<string, Bilingual>> = {
  DESTINATION: { zh: '毕业去向', en: 'destination' },
  DOSSIER: { zh: '档案', en: 'dossier' },
  HUKOU: { zh: '户口', en: 'hukou' },
  BASIC_INFORMATION: { zh: '基本信息', en: 'basic information' },
  ORIGIN: { zh: '生源地', en: 'place of origin' },
  OPENING: { zh: '开放修改', en: 'opening of a section' },
};
const confirmationStates: Readonly<Record<string, Bilingual>> = {
  NOT_REPORTED: { zh: '未上报', en: 'not reported' },
  UNCONFIRMED: { zh: '未确认', en: 'not confirmed' },
  CONFIRMED: { zh: '确认无误', en: 'confirmed' },
  DISPUTED: { zh: '确认有误', en: 'disputed' },
};

/** An entry of the audit timeline in words; an action that has none is shown by its name. */
export function historyWords(action: string, fields: readonly string[]): Bilingual {
  const what: Bilingual = (words as Readonly<Record<string, Bilingual>>)[action] ?? { zh: action, en: action };
  const about = action === 'CONFIRMATION_CHANGED' ? confirmationStates[fields[1] ?? ''] : subjects[fields[0] ?? ''];
  return about ? { zh: `${what.zh}：${about.zh}`, en: `${what.en}: ${about.en}` } : what;
}
