/** What one file may cost. */
export interface SpreadsheetLimits {
  readonly fileBytes: number;
  /** All parts together after unpacking, whatever their headers claim. */
  readonly contentBytes: number;
  /** Rows of a sheet, empty ones included. */
  readonly rows: number;
}

/** A roster of 50 MB (architecture, "Errors and API"); a sheet of 100,000 graduates unpacks to about 250 MB. */
export const defaultLimits: SpreadsheetLimits = { fileBytes: 50 * 1024 * 1024, contentBytes: 600 * 1024 * 1024, rows: 200_000 };
