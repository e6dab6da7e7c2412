import type { GraduateState } from '../../domain/graduate/graduate-state.ts';
import type { Standing } from '../../domain/lifecycle/standing.ts';
import type { RecordAnswer } from '../../workflows/ports.ts';

/** What may leave the record for a workflow history. */
export const answerOf = (state: GraduateState, standing: Standing): RecordAnswer => ({ ...standing, ended: state.ended });
