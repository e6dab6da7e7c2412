/** What the three sections are called, for the words of every part that names them. */
export const sectionNames = {
  DESTINATION: ['毕业去向', 'Destination'],
  DOSSIER: ['档案转递', 'Dossier'],
  HUKOU: ['户口迁移', 'Hukou'],
} as const;
