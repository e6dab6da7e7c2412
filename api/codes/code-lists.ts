import { academicStatuses } from '../../domain/codes/academic-statuses.ts';
import { destinationSubtypes } from '../../domain/codes/destination-subtypes.ts';
import { evidenceFor, requiresEmployerFields, requiresEntityName } from '../../domain/codes/destination-facts.ts';
import { destinations } from '../../domain/codes/destinations.ts';
import { educationLevels } from '../../domain/codes/education-levels.ts';
import { employerNatures } from '../../domain/codes/employer-natures.ts';
import { entityLabels } from '../../domain/codes/entity-labels.ts';
import { ethnicities } from '../../domain/codes/ethnicities.ts';
import { genders } from '../../domain/codes/genders.ts';
import { hardshipCategories } from '../../domain/codes/hardship-categories.ts';
import { identityDocumentTypes } from '../../domain/codes/identity-document-types.ts';
import { industries } from '../../domain/codes/industries.ts';
import { jobCategories } from '../../domain/codes/job-categories.ts';
import { normalStudentCategories } from '../../domain/codes/normal-student-categories.ts';
import { politicalStatuses } from '../../domain/codes/political-statuses.ts';
import { trainingModes } from '../../domain/codes/training-modes.ts';
import { transferTypes } from '../../domain/codes/transfer-types.ts';
import { ReturnReason, returnReasons } from '../../domain/registration/return-reason.ts';
import { urbanRurals } from '../../domain/codes/urban-rural.ts';

/** With what a form must ask for (F2). */
const destinationEntries = destinations.entries.map((entry) => ({
  ...entry,
  requiresEntityName: requiresEntityName(entry.code),
  requiresEmployerFields: requiresEmployerFields(entry.code),
  evidence: evidenceFor(entry.code) ?? null,
}));

const reasons = ReturnReason.options.map((code) => ({ code, ...returnReasons[code] }));

/** Every code list by the name under which pickers ask for it. */
export const codeLists = {
  'academic-statuses': academicStatuses.entries,
  destinations: destinationEntries,
  'destination-subtypes': destinationSubtypes.entries,
  'education-levels': educationLevels.entries,
  'employer-natures': employerNatures.entries,
  'entity-labels': entityLabels.entries,
  ethnicities: ethnicities.entries,
  genders: genders.entries,
  'hardship-categories': hardshipCategories.entries,
  'identity-document-types': identityDocumentTypes.entries,
  industries: industries.entries,
  'job-categories': jobCategories.entries,
  'normal-student-categories': normalStudentCategories.entries,
  'political-statuses': politicalStatuses.entries,
  'training-modes': trainingModes.entries,
  'transfer-types': transferTypes.entries,
  'urban-rural': urbanRurals.entries,
  'return-reasons': reasons,
} as const satisfies Record<string, readonly { readonly code: string; readonly zh: string; readonly en: string }[]>;
