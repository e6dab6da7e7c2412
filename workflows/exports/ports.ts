export interface ExportActivities {
  /** Writes the file of an export, once; returns how many rows it has. */
  writeExport(exportId: string): Promise<number>;
  /** Deletes exports, papers and evidence whose retention is over; returns how many. */
  forgetFiles(): Promise<number>;
}
