import type { CommandType } from '../../../domain/commands/command.ts';
import { lifecycleEnd } from '../../../domain/calendar/service-ends.ts';
import { shanghaiDate } from '../../../domain/calendar/shanghai.ts';
import { basicDigest, recordDigest } from '../../../domain/confirmation/record-digest.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { findLiveGrant, type StatementKind } from '../../../domain/grants/grant.ts';
import type { ExceptionScope } from '../../../domain/registration/exceptions.ts';
import { findOpening } from '../../../domain/registration/openings.ts';
import { findInReview, sectionKinds, type SectionKind } from '../../../domain/registration/section.ts';
import { dayMs } from './instants.ts';
import { homeDossier, homeHukou, pendingDestination } from '../record/contents.ts';
import { unknownId } from './graduate-state.ts';

/** A content that is in order and needs no evidence, and that differs from what is in force. */
export function otherContent(state: GraduateState, section: SectionKind): Record<string, unknown> {
  const { current } = state.sections[section];
  switch (section) {
    case 'DESTINATION':
      return current?.content.code === '70' ? { code: '71' } : { ...pendingDestination };
    case 'DOSSIER':
      return { ...homeDossier, address: current?.content.address === '示例路1号' ? '示例路2号' : '示例路1号' };
    case 'HUKOU':
      return { ...homeHukou, region: current?.content.region === '110108' ? '110105' : '110108' };
  }
}

/** The oldest submission at a desk. */
export const findWaiting = (state: GraduateState) =>
  sectionKinds.map((kind) => findInReview(state.sections[kind])).find((version) => version !== undefined);

const findRequest = ({ exceptions }: GraduateState, scope: ExceptionScope) =>
  exceptions.find((exception) => exception.scope === scope && exception.status === 'REQUESTED');

const originEvidence = (state: GraduateState) =>
  Object.entries(state.evidence)
    .filter(([, { section }]) => section === 'ORIGIN')
    .map(([id]) => id)
    .slice(0, 1);

/**
 * A payload with nothing wrong in it, as a well-meaning client would send it for the state it sees: if such a command is
 * refused, then by a guard. `target` is the section or the kind of statement where the command has one.
 */
export function fittingPayload(state: GraduateState, type: CommandType, target: string | null, now: number): unknown {
  const section = (target ?? 'DESTINATION') as SectionKind;
  const scope = (target ?? 'DESTINATION') as ExceptionScope;
  const kind = (target ?? 'DOSSIER') as StatementKind;
  switch (type) {
    case 'CHECK_BASIC_INFORMATION':
      return { digest: basicDigest(state) };
    case 'DISPUTE_BASIC_INFORMATION':
      return { fields: ['name'], note: '姓名有误' };
    case 'REQUEST_ORIGIN_CORRECTION':
      return { region: '310101', note: '户口已迁移', evidenceIds: originEvidence(state) };
    case 'ANSWER_TICKET':
      return { ticketId: state.openTickets[0]?.id ?? unknownId, resolved: state.openTickets[0]?.kind !== 'OPENING', answer: '已核实' };
    case 'CORRECT_BASIC_INFORMATION':
      return { changes: { major: state.basic.major === '哲学' ? '逻辑学' : '哲学' }, reason: '学籍更正' };
    case 'SUBMIT_SECTION':
      return { section, content: otherContent(state, section), evidenceIds: [], basedOn: state.sections[section].current?.id ?? null };
    case 'ENTER_SECTION':
      return {
        section,
        content: otherContent(state, section),
        evidenceIds: [],
        basedOn: state.sections[section].current?.id ?? null,
        reason: '毕业生来电，已核对材料',
      };
    case 'ENTER_VOID':
      return { versionId: state.sections.DESTINATION.current?.id ?? unknownId, reason: '单位已解约' };
    case 'REQUEST_OPENING':
      return { section, reason: '单位名称变更' };
    case 'OPEN_SECTION':
      return { section, endDate: shanghaiDate(now), reason: '毕业生申请变更' };
    case 'CLOSE_OPENING':
      return { openingId: findOpening(state, section, now)?.id ?? unknownId };
    case 'REQUEST_EXCEPTION':
      return { scope, reason: '单位名称有误，毕业生无法落户' };
    case 'ANSWER_EXCEPTION':
      return {
        granted: true,
        exceptionId: findRequest(state, scope)?.id ?? unknownId,
        endDate: shanghaiDate(Math.min(now + 5 * dayMs, lifecycleEnd(state.basic.graduatedAt) - 1)),
      };
    case 'REMIND':
      return {};
    case 'REQUEST_VOID':
      return { section: 'DESTINATION', versionId: state.sections.DESTINATION.current?.id ?? unknownId, note: '填报有误' };
    case 'WITHDRAW_SUBMISSION':
      return { versionId: findInReview(state.sections[section])?.id ?? unknownId };
    case 'DECIDE_REVIEW':
      return { decision: 'APPROVE', versionId: findWaiting(state)?.id ?? unknownId };
    case 'CONFIRM':
      return { digest: recordDigest(state) };
    case 'DISPUTE':
      return { digest: recordDigest(state), text: '单位名称有误', fields: ['entityName'] };
    case 'RETRACT_DISPUTE':
      return {};
    case 'ISSUE_GRANT':
      return { kind, endDate: shanghaiDate(now) };
    case 'CLOSE_GRANT':
      return { grantId: findLiveGrant(state.grants, kind, now)?.id ?? unknownId };
    case 'ISSUE_TRANSFER_NUMBER':
      return { kind };
    case 'REMOVE_GRADUATE':
      return { reason: '上传有误', version: state.version };
  }
}
