import { randomUUID } from 'node:crypto';
import { applyCommand } from '../../../activities/record/apply-command.ts';
import type { Role } from '../../../domain/access/role.ts';
import { basicDigest, recordDigest } from '../../../domain/confirmation/record-digest.ts';
import type { CommandType } from '../../../domain/commands/command.ts';
import type { StoredOutcome } from '../../../domain/commands/outcome.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { findCommand, storeCommand } from '../../../infra/record/command-store.ts';
import { findGraduate } from '../../../infra/record/load-graduate.ts';
import type { GraduateFixture, SchoolFixture } from './graduates.ts';
import type { TestRecord } from './test-record.ts';

export interface Actor {
  readonly id: string;
  readonly role: Role;
}

export const graduateActor = ({ accountId }: GraduateFixture): Actor => ({ id: accountId, role: 'GRADUATE' });
export const collegeActor = ({ staff }: SchoolFixture): Actor => ({ id: staff.collegeReviewer, role: 'COLLEGE_REVIEWER' });
export const schoolActor = ({ staff }: SchoolFixture): Actor => ({ id: staff.schoolReviewer, role: 'SCHOOL_REVIEWER' });
export const adminActor = ({ staff }: SchoolFixture): Actor => ({ id: staff.schoolAdmin, role: 'SCHOOL_ADMIN' });

export const provinceActor: Actor = { id: '00000000-0000-7000-a000-0000000000f0', role: 'PROVINCE_ADMIN' };

export interface CommandOptions {
  readonly at?: number;
  readonly proofedAt?: number | null;
  readonly key?: string;
}

/** Stores a command as the API does; `at` is when the server had received it. */
export async function store(
  record: TestRecord,
  graduateId: string,
  actor: Actor,
  type: CommandType,
  payload: unknown,
  { at, proofedAt = null, key = randomUUID() }: CommandOptions = {},
): Promise<string> {
  const command = await storeCommand(record.pool, record.newId, {
    actor,
    type,
    graduateId,
    payload,
    idempotencyKey: key,
    proofedAt,
    ...(at !== undefined && { receivedAt: at }),
  });
  return command.id;
}

/** Stores a command and applies it as the lifecycle workflow would; returns what the record noted. */
export async function run(
  record: TestRecord,
  graduateId: string,
  actor: Actor,
  type: CommandType,
  payload: unknown,
  options: CommandOptions = {},
): Promise<StoredOutcome> {
  const commandId = await store(record, graduateId, actor, type, payload, options);
  await applyCommand(record, commandId);
  const command = await findCommand(record.pool, commandId);
  if (!command?.outcome) throw new Error('the command has no outcome');
  return command.outcome;
}

export async function stateOf(record: TestRecord, graduateId: string): Promise<GraduateState> {
  const loaded = await findGraduate(record.pool, graduateId);
  if (!loaded) throw new Error('no such graduate');
  return loaded.state;
}

export const seenBasic = async (record: TestRecord, graduateId: string) => basicDigest(await stateOf(record, graduateId));
export const seenRecord = async (record: TestRecord, graduateId: string) => recordDigest(await stateOf(record, graduateId));
