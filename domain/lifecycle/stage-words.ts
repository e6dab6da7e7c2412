import type { Bilingual } from '../text/language.ts';
import type { Stage } from './stage.ts';

/** Where a graduate stands, as people read it. */
export const stageWords: Readonly<Record<Stage, Bilingual>> = {
  CHECKING: { zh: '待核对基本信息', en: 'Basic information to be checked' },
  REGISTERING: { zh: '待登记毕业去向', en: 'Destination to be registered' },
  IN_REVIEW: { zh: '毕业去向审核中', en: 'Destination in review' },
  RETURNED: { zh: '已退回待重新提交', en: 'Returned, to be submitted again' },
  CONFIRMING: { zh: '待登记确认', en: 'To be confirmed' },
  DISPUTED: { zh: '确认有误', en: 'Disputed' },
  CONFIRMED: { zh: '确认无误', en: 'Confirmed' },
  ENDED: { zh: '服务已结束', en: 'Service ended' },
};
