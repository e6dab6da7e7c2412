import type { components } from '../../generated/openapi.ts';

/** A request for a change after the cutoff as it stands in the list. */
export type ExceptionRow = components['schemas']['CutoffException'];
