import { destinations } from '../codes/destinations.ts';
import { subtypesOf } from '../codes/destination-subtypes.ts';
import { checkCreditCode } from '../identity-documents/credit-code.ts';
import { parseSectionContent } from '../registration/section-content.ts';
import type { SectionContent, SectionKind } from '../registration/section.ts';
import { cellText, codeText } from './cell-value.ts';
import { numberText, readAs, unreadable, type CellReader } from './cell-reader.ts';
import { codeReaders } from './code-readers.ts';
import { fieldsOf, type RosterField } from './columns.ts';
import { readDay } from './read-date.ts';
import { readRegion, splitAddress } from './read-region.ts';
import { problemCodeOf } from './roster-problems.ts';
import type { RosterBasic, RosterRow } from './roster-row.ts';
import type { RowReader } from './row-reader.ts';

/** Which column a field of a section's content comes from. */
const sources: Readonly<Record<SectionKind, Readonly<Record<string, RosterField>>>> = {
  DESTINATION: {
    code: 'destinationCode',
    subtype: 'destinationName',
    entityName: 'employerName',
    creditCode: 'usci',
    industry: 'industry',
    nature: 'employerNature',
    jobCategory: 'jobCategory',
    entityRegion: 'employerRegion',
    entityAddress: 'employerAddress',
    abroadName: 'abroadSchoolForeignName',
    startDate: 'signedAt',
  },
  DOSSIER: {
    type: 'dossierTransferType',
    unitName: 'dossierUnit',
    region: 'dossierAddress',
    address: 'dossierAddress',
    postcode: 'dossierPostcode',
    contact: 'dossierContact',
    phone: 'dossierPhone',
    note: 'dossierNote',
  },
  HUKOU: { type: 'hukouTransferType', region: 'hukouRegion', unitName: 'hukouUnit' },
};

/** X19: a section whose columns are filled comes with the roster, complete by the same schema as a form. */
export function readSections(reader: RowReader, basic: Pick<RosterBasic, 'dossierInSchool' | 'hukouInSchool'>): RosterRow['sections'] {
  const sections: Partial<Record<SectionKind, SectionContent>> = {};
  for (const section of ['DESTINATION', 'DOSSIER', 'HUKOU'] as const) {
    if (!fieldsOf(section).some((field) => reader.isFilled(field))) continue;
    if (section === 'DOSSIER' && reader.isFilled('dossierInSchool') && !basic.dossierInSchool)
      reader.report('dossierTransferType', 'DOSSIER_NOT_IN_SCHOOL');
    if (section === 'HUKOU' && reader.isFilled('hukouInSchool') && !basic.hukouInSchool)
      reader.report('hukouTransferType', 'HUKOU_NOT_IN_SCHOOL');
    const content = checked(reader, section, readers[section](reader));
    if (content !== undefined) sections[section] = content;
  }
  return sections;
}

const readers: Readonly<Record<SectionKind, (reader: RowReader) => SectionContent>> = {
  DESTINATION: readDestination,
  DOSSIER: readDossier,
  HUKOU: readHukou,
};

/** The form's own schema has the last word; a cell that could not be read is not called missing as well. */
function checked(reader: RowReader, section: SectionKind, content: SectionContent): SectionContent | undefined {
  const parsed = parseSectionContent(section, content);
  if (parsed.ok) return parsed.content;
  for (const { field, code } of parsed.problems) {
    const source = sources[section][field];
    if (source !== undefined && !reader.hasErrors(source))
      reader.report(source, content[field] === null ? 'REQUIRED' : problemCodeOf(code));
  }
  return undefined;
}

const asText: CellReader<string> = (value) => readAs(cellText(value));
const asNumberText: CellReader<string> = (value) => readAs(numberText(value));

function readDestination(reader: RowReader): SectionContent {
  const named = destinations.findByName(cellText(reader.cell('destinationName')));
  const code = reader.read('destinationCode', codeReaders.destinationCode, named?.code ?? null);
  // Several names are those of a finer kind (求职中), which tells more than the code.
  const subtype = subtypesOf(code ?? '').find(({ zh }) => zh === cellText(reader.cell('destinationName')))?.code ?? null;
  if (code !== null && named !== undefined && subtype === null && !isSameOrParent(named.code, code))
    reader.report('destinationName', 'CODE_NAME_MISMATCH');
  return {
    code,
    subtype,
    entityName: reader.read('employerName', asText, null),
    creditCode: reader.read(
      'usci',
      (value) => {
        const result = checkCreditCode(codeText(value));
        return result.ok ? readAs(result.value) : unreadable(result.problem);
      },
      null,
    ),
    industry: reader.read('industry', codeReaders.industry, null),
    nature: reader.read('employerNature', codeReaders.employerNature, null),
    jobCategory: reader.read('jobCategory', codeReaders.jobCategory, null),
    entityRegion: reader.read('employerRegion', readRegion, null),
    entityAddress: reader.read('employerAddress', asText, null),
    abroadName: reader.read('abroadSchoolForeignName', asText, null),
    startDate: reader.read('signedAt', readDay, null),
  };
}

// 升学 beside 801 is right, only coarser.
const isSameOrParent = (named: string, code: string): boolean => code.startsWith(named);

function readDossier(reader: RowReader): SectionContent {
  const address = reader.read(
    'dossierAddress',
    (value) => {
      const split = splitAddress(cellText(value));
      return split === undefined ? unreadable('ADDRESS_WITHOUT_COUNTY') : readAs(split);
    },
    null,
  );
  if (!reader.isFilled('dossierPostcode')) reader.report('dossierPostcode', 'POSTCODE_MISSING');
  if (!reader.isFilled('dossierContact') || !reader.isFilled('dossierPhone')) reader.report('dossierContact', 'CONTACT_MISSING');
  return {
    type: reader.read('dossierTransferType', codeReaders.transferType, null),
    unitName: reader.read('dossierUnit', asText, null),
    region: address?.region ?? null,
    address: address?.rest ?? null,
    // A numeric cell has lost the leading zero of 050000.
    postcode: reader.read('dossierPostcode', (value) => readAs(numberText(value).padStart(6, '0')), null),
    contact: reader.read('dossierContact', asText, null),
    phone: reader.read('dossierPhone', asNumberText, null),
    note: reader.read('dossierNote', asText, null),
  };
}

function readHukou(reader: RowReader): SectionContent {
  return {
    type: reader.read('hukouTransferType', codeReaders.transferType, null),
    region: reader.read('hukouRegion', readRegion, null),
    unitName: reader.read('hukouUnit', asText, null),
  };
}
