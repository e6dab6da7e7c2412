import { destinationName, type DestinationCode } from '../codes/destinations.ts';
import { educationLevelName, type EducationLevel } from '../codes/education-levels.ts';
import { entityNameLabel } from '../codes/destination-facts.ts';
import { destinationSubtypes } from '../codes/destination-subtypes.ts';
import { genders } from '../codes/genders.ts';
import { transferTypeName, type TransferType } from '../codes/transfer-types.ts';
import { knownRegionName } from '../regions/id-regions.ts';
import type { Language } from '../text/language.ts';
import type { SectionContent } from '../registration/section.ts';
import type { ShownRecord } from './shown-record.ts';
import type { DossierTransfer, HukouTransfer, StatementBasics, StatementDestination } from './statement-content.ts';
import { WORDS } from './statement-words.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const region = (value: unknown): string => knownRegionName(text(value)) ?? text(value);

/** 基本信息 as printed and as verification shows it (R44). */
export function printedBasics({ basic, schoolName }: ShownRecord, language: Language = 'zh'): StatementBasics {
  const gender = genders.find(basic.gender);
  return {
    name: basic.name,
    gender: (language === 'zh' ? gender?.aliases?.[0] : undefined) ?? gender?.[language] ?? '',
    school: schoolName,
    graduationMonth: basic.graduatedAt,
    yearsOfStudy: basic.schoolingYears,
    major: basic.major,
    educationLevel: educationLevelName(basic.educationLevel as EducationLevel, language),
    homeRegion: region(basic.originRegion),
  };
}

/** 毕业去向信息; a finer kind such as 求职中 is shown by its own name. */
export function printedDestination(content: SectionContent | null, language: Language = 'zh'): StatementDestination | null {
  if (content === null) return null;
  const code = content.code as DestinationCode;
  return {
    destination: destinationSubtypes.find(text(content.subtype))?.[language] ?? destinationName(code, language),
    entityLabel: entityNameLabel(code, language) ?? WORDS.entity[language],
    entityName: text(content.entityName),
    entityRegion: region(content.entityRegion),
  };
}

export function printedDossier(content: SectionContent | null, language: Language = 'zh'): DossierTransfer | null {
  return (
    content && {
      transferType: transferTypeName(content.type as TransferType, language),
      unitName: text(content.unitName),
      unitRegion: `${region(content.region)}${text(content.address)}`,
      postcode: text(content.postcode),
      contact: text(content.contact),
      phone: text(content.phone),
    }
  );
}

export function printedHukou(content: SectionContent | null, language: Language = 'zh'): HukouTransfer | null {
  return (
    content && {
      transferType: transferTypeName(content.type as TransferType, language),
      unitName: text(content.unitName),
      region: region(content.region),
    }
  );
}
