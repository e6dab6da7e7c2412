import type { components } from '../../generated/openapi.ts';

export type Calendar = components['schemas']['SchoolCalendar'];
