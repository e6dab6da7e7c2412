import { notice } from '../../../domain/access/notice.ts';
import type { Route } from '../../../api/http/route.ts';
import { homeDossier } from '../../support/record/contents.ts';
import type { Client, Reply } from './client.ts';
import type { World } from './world.ts';

const digest = '0'.repeat(64);
const noticeDraft = { audience: 'SIGNED_IN', zh: { title: '登记通知', text: '请按时登记。' } };
const unit = { name: '示例区公共就业和人才服务中心', region: '110108' };
const noDates = {
  registrationOpensAt: null,
  registrationClosesAt: null,
  dossierClosesAt: null,
  confirmationOpensAt: null,
  confirmationClosesAt: null,
  departureAt: null,
};

const office = { handler: '样例老师', phone: '010-12345678', address: '示例路2号', postcode: '100083' };

/** A body that each write accepts as well-formed, so that only rights and rules can refuse it. */
const bodies: Readonly<Record<string, (world: World) => unknown>> = {
  '/api/sign-in': () => ({ name: 'nobody', password: 'wrong' }),
  '/api/sign-out': () => ({}),
  '/api/me/language': () => ({ language: 'en' }),
  '/api/me/saved-filters/graduates': () => ({ filters: [{ name: '一班', search: 'class=a' }] }),
  '/api/me/password': () => ({ password: 'wrong', newPassword: 'something else entirely' }),
  '/api/staff': ({ ids }) => ({
    signInName: `new-${ids.graduate.slice(-12)}`,
    displayName: '示例老师',
    posts: [{ role: 'SCHOOL_REVIEWER' }],
  }),
  '/api/staff/:accountId/posts': () => ({ role: 'SCHOOL_REVIEWER' }),
  '/api/staff/:accountId/posts/:postId/ending': () => ({}),
  '/api/staff/:accountId/classes': ({ people }) => ({
    cohort: 2027,
    collegeId: people.school.collegeId,
    className: '没有的班',
    given: true,
  }),
  '/api/staff/:accountId/lock': () => ({ reason: '离职' }),
  '/api/staff/:accountId/unlocking': () => ({}),
  '/api/staff/:accountId/password-reset': () => ({}),
  '/api/staff/:accountId/second-factor-reset': () => ({}),
  '/api/second-factor': () => ({ password: 'wrong' }),
  '/api/second-factor/confirmation': () => ({ code: '000000' }),
  '/api/consent': () => ({ noticeVersion: notice.version }),
  '/api/graduates/:id/basic-information/check': () => ({ digest }),
  '/api/graduates/:id/basic-information/dispute': () => ({ fields: ['name'], note: '姓名有误' }),
  '/api/graduates/:id/origin-request': ({ ids }) => ({ region: '320102', note: '生源地有误', evidenceIds: [ids.evidence] }),
  '/api/graduates/:id/basic-information/correction': () => ({ changes: { schoolingYears: '4' }, reason: '核对' }),
  '/api/graduates/:id/reveals/contact': () => ({}),
  '/api/graduates/:id/reveals/document': () => ({}),
  '/api/tickets/:ticketId/answer': () => ({ resolved: true, answer: '已处理' }),
  '/api/graduates/:id/sections/:section/submissions': () => ({ content: homeDossier, evidenceIds: [], basedOn: null }),
  '/api/graduates/:id/submissions/:versionId/withdrawal': () => ({}),
  '/api/graduates/:id/destination/void-request': ({ ids }) => ({ versionId: ids.version, note: '填报有误' }),
  '/api/graduates/:id/sections/:section/preview': () => ({ content: homeDossier }),
  '/api/graduates/:id/evidence/:section': () => ({}),
  '/api/reviews/decisions': ({ ids }) => ({ items: [{ decision: 'APPROVE', versionId: ids.version }] }),
  '/api/reviews/:versionId/claim': () => ({}),
  '/api/reviews/claims': () => ({ count: 1 }),
  '/api/graduates/:id/sections/:section/entries': () => ({ content: homeDossier, evidenceIds: [], basedOn: null, reason: '毕业生来电' }),
  '/api/graduates/:id/destination/void-entry': ({ ids }) => ({ versionId: ids.version, reason: '单位已解约' }),
  '/api/graduates/:id/entries/:versionId/withdrawal': () => ({}),
  '/api/graduates/:id/sections/:section/opening-requests': () => ({ reason: '单位名称变更' }),
  '/api/graduates/:id/sections/:section/openings': () => ({ endDate: '2027-07-10', reason: '毕业生申请变更' }),
  '/api/graduates/:id/openings/:openingId/closing': () => ({}),
  '/api/graduates/:id/exceptions': () => ({ scope: 'DOSSIER', reason: '无法落户' }),
  '/api/exceptions/:exceptionId/answer': () => ({ granted: false, answer: '理由不足' }),
  '/api/reminders': ({ ids }) => ({ graduateIds: [ids.graduate] }),
  '/api/basic-information/corrections': ({ ids }) => ({ graduateIds: [ids.graduate], changes: { schoolingYears: '4' }, reason: '核对' }),
  '/api/basic-information/corrections/preview': ({ ids }) => ({
    graduateIds: [ids.graduate],
    changes: { schoolingYears: '4' },
    reason: '核对',
  }),
  '/api/reviews/:versionId/decision': () => ({ decision: 'APPROVE' }),
  '/api/graduates/:id/confirmation/confirm': () => ({ digest }),
  '/api/graduates/:id/confirmation/dispute': () => ({ digest, text: '有误', fields: ['entityName'] }),
  '/api/graduates/:id/confirmation/retraction': () => ({}),
  '/api/graduates/:id/grants': () => ({ kind: 'DOSSIER', endDate: '2027-12-31' }),
  '/api/graduates/:id/grants/:grantId/closing': () => ({}),
  '/api/graduates/:id/transfer-numbers': () => ({ kind: 'DOSSIER' }),
  '/api/transfer-number-batches': ({ people }) => ({ kind: 'DOSSIER', cohort: 2027, collegeId: people.school.collegeId }),
  '/api/transfer-number-batches/:batchId/cancellation': () => ({}),
  '/api/statistics/figures': () => ({ cohort: 2027, formula: '2024' }),
  '/api/exports': ({ people }) => ({ kind: 'DOSSIER', format: 'CSV', cohort: 2027, collegeId: people.school.collegeId }),
  '/api/print-batches': ({ people }) => ({
    of: 'STATEMENTS',
    kind: 'DOSSIER',
    form: 'ZIP',
    cohort: 2027,
    collegeId: people.school.collegeId,
  }),
  '/api/print-batches/:printBatchId/cancellation': () => ({}),
  '/api/print-batches/:printBatchId/resumption': () => ({}),
  '/api/verification/:entry': () => ({ name: '示例同学', number: '2710001ABCDEFGH' }),
  '/api/receipts': () => ({ slip: 'made-up' }),
  '/api/receipts/check': () => ({ signed: 'made.up.text' }),
  '/api/graduates/:id/lookups/notice': () => ({ notice: 'AT_ONCE' }),
  '/api/directory/units': () => ({ ...unit, name: '另一人才服务中心' }),
  '/api/directory/units/:unitId': () => unit,
  '/api/directory/imports': () => ({}),
  '/api/written-notices': () => noticeDraft,
  '/api/written-notices/:noticeId': () => noticeDraft,
  '/api/written-notices/:noticeId/withdrawal': () => ({}),
  '/api/notices/:noticeId/read': () => ({}),
  '/api/notifications/:id/read': () => ({}),
  '/api/operator/notifications/:id/resend': () => ({}),
  '/api/development/clock': () => ({ moveTo: '2026-01-01T00:00:00Z' }),
  '/api/rosters': () => ({}),
  '/api/rosters/:id/mends': () => ({ rows: [{ rowNumber: 2, cells: { name: '示例同学' } }] }),
  '/api/rosters/:id/headings': () => ({ headings: [{ heading: '备注', field: null }] }),
  '/api/rosters/:id/commit': () => ({}),
  '/api/rosters/:id/cancellation': () => ({}),
  '/api/rosters/:id/sections/decision': () => ({ decision: 'APPROVE' }),
  '/api/rosters/:id/undo': () => ({ reason: '上传有误' }),
  '/api/graduates/:id/removal': () => ({ reason: '上传有误', version: 0 }),
  '/api/calendars/:cohort': () => noDates,
  '/api/dispatches': ({ ids }) => ({ office, items: [{ graduateId: ids.graduate }] }),
  '/api/graduates/:id/dispatch/keeping': () => ({ note: '暂未就业' }),
  '/api/dispatches/tracking': () => ({}),
  '/api/dispatches/:dispatchId/sending': () => ({ carrier: 'EMS', trackingNumber: 'EX000000001CN' }),
  '/api/dispatches/:dispatchId/outcome': () => ({ outcome: 'RECEIVED' }),
  '/api/dispatches/:dispatchId/reissue': () => ({}),
  '/api/dispatch-receipts/slip': () => ({ token: 'MADEUP' }),
  '/api/dispatch-receipts': () => ({}),
};

/** What stands after `?` where a route wants it. */
const queries: Readonly<Record<string, string>> = {
  '/api/operator/graduates': 'stuck=OVERDUE',
  '/api/rosters': 'cohort=2027',
  '/api/directory/suggestions': 'text=示例',
  '/api/chase-list': 'format=csv',
  '/api/notice-schools': 'text=100',
};

/** The address of a route in a world. */
export function addressOf({ head: { path } }: Route, { ids }: World): string {
  const id = path.startsWith('/api/grants/')
    ? ids.grant
    : path.startsWith('/api/transfer-numbers/')
      ? ids.transferNumber
      : path.startsWith('/api/evidence/')
        ? ids.evidence
        : path.startsWith('/api/notifications/')
          ? ids.notification
          : path.startsWith('/api/operator/notifications/')
            ? ids.failedNotification
            : path.startsWith('/api/commands/')
              ? ids.command
              : ids.graduate;
  const filled = path
    .replace(':id', id)
    .replace(':section', 'DOSSIER')
    .replace(':versionId', ids.version)
    .replace(':ticketId', ids.ticket)
    .replace(':batchId', ids.transferNumberBatch)
    .replace(':exportId', ids.listExport)
    .replace(':printBatchId', ids.printBatch)
    .replace(':figureId', ids.figure)
    .replace(':grantId', ids.grant)
    .replace(':noticeId', ids.notice)
    .replace(':unitId', ids.unit)
    .replace(':openingId', ids.opening)
    .replace(':exceptionId', ids.exception)
    .replace(':kind', 'DOSSIER')
    .replace(':entry', 'dossier')
    .replace(':list', 'genders')
    .replace('verification/assets/:asset', 'verification/assets/page.css')
    .replace(':asset', 'start.js')
    .replace(':cohort', '2027')
    .replace(':dispatchId', ids.dispatch)
    .replace(':accountId', ids.colleague)
    .replace(':postId', ids.post)
    .replace(':paper', 'slip');
  return queries[path] === undefined ? filled : `${filled}?${queries[path]}`;
}

/** Sends a well-formed request to a route. Throws for a write that has no body here: a new route must be added. */
export function ask(route: Route, world: World, client: Client): Promise<Reply> {
  const { method, path } = route.head;
  if (method === 'get') return client.get(addressOf(route, world));
  if (method === 'delete') return client.send('DELETE', addressOf(route, world), undefined);
  const body = bodies[path];
  if (!body) throw new Error(`${path} has no body in test/api/support/requests.ts`);
  return client.post(addressOf(route, world), body(world));
}
