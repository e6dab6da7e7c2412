import type { components } from '../../generated/openapi.ts';

/** A submission in the queue of a desk. */
export type ReviewItem = components['schemas']['ReviewItem'];
