import type { OwnGraduate } from '../../../web/graduate/own-graduate.ts';

const empty = {
  status: 'EMPTY',
  current: null,
  latest: null,
  changedBySchool: null,
  warnings: [],
  evidenceExpected: null,
  evidenceNeeded: null,
};

/** What the forms read of a graduate-year, nothing registered yet; the rest is the server's to give. */
export const ownGraduate = (more: object = {}): OwnGraduate =>
  ({
    id: '01900000-0000-7000-8000-000000000001',
    sections: { DESTINATION: empty, DOSSIER: empty, HUKOU: empty },
    allowedActions: [],
    ...more,
  }) as unknown as OwnGraduate;
