import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import type { Logger } from '../infra/logger/logger.ts';

/**
 * Drivers quote data (ID numbers) in their errors, and what an activity throws ends in a workflow history. Whatever is
 * not one of our failures leaves under a fixed text; its description goes to the log, without the message.
 */
export const concealErrors = (logger: Logger): ActivityInboundCallsInterceptor => ({
  async execute(input, next) {
    try {
      return await next(input);
    } catch (error) {
      if (error instanceof ApplicationFailure || error instanceof CancelledFailure) throw error;
      logger.error({ err: error }, 'activity failed');
      throw ApplicationFailure.create({ message: 'unexpected error, see the log of the worker', type: 'UNEXPECTED' });
    }
  },
});
