import type { components } from '../../generated/openapi.ts';

export type Staff = components['schemas']['SchoolStaff'];
