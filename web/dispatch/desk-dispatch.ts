import type { components } from '../../generated/openapi.ts';

export type Dispatch = components['schemas']['Dispatch'];
export type DispatchItem = components['schemas']['DispatchItem'];
