import { ScheduleAlreadyRunning, type Client, type ScheduleOptions } from '@temporalio/client';
import { lookupDigestHour } from '../../domain/verification/lookup-notice.ts';

interface Upkeep {
  readonly id: string;
  readonly workflowType: string;
  readonly spec: ScheduleOptions['spec'];
}

const upkeeps: readonly Upkeep[] = [
  { id: 'command-sweep', workflowType: 'commandSweep', spec: { intervals: [{ every: '10 seconds' }] } },
  { id: 'batch-sweep', workflowType: 'batchSweep', spec: { intervals: [{ every: '10 seconds' }] } },
  { id: 'notification-delivery', workflowType: 'notificationDelivery', spec: { intervals: [{ every: '10 seconds' }] } },
  { id: 'audit-sealing', workflowType: 'auditSealing', spec: { intervals: [{ every: '1 minute' }] } },
  { id: 'status-lists', workflowType: 'statusListPublication', spec: { intervals: [{ every: '1 minute' }] } },
  {
    id: 'lookup-digest',
    workflowType: 'lookupDigest',
    spec: { calendars: [{ hour: lookupDigestHour }], timezone: 'Asia/Shanghai', jitter: '2 minutes' },
  },
  { id: 'file-retention', workflowType: 'fileRetention', spec: { intervals: [{ every: '1 hour' }] } },
  {
    id: 'reconciliation',
    workflowType: 'reconciliation',
    spec: { calendars: [{ hour: 3, minute: 20 }], timezone: 'Asia/Shanghai', jitter: '10 minutes' },
  },
];

/** Makes the schedules that are missing. A run that is late is skipped: the next one does the same work. */
export async function ensureSchedules(client: Client, taskQueue: string): Promise<void> {
  for (const { id, workflowType, spec } of upkeeps) {
    try {
      await client.schedule.create({
        scheduleId: `${taskQueue}-${id}`,
        spec,
        policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
        action: { type: 'startWorkflow', workflowType, taskQueue, workflowId: `${taskQueue}-${id}`, workflowExecutionTimeout: '1 hour' },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
