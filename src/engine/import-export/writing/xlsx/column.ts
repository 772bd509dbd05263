/** How a column's values are written; all come as the text of their API form. */
export type XlsxKind = 'text' | 'number' | 'percent' | 'boolean' | 'date' | 'dateTime';

export interface XlsxColumn {
  readonly header: string;
  readonly kind: XlsxKind;
}

export type XlsxRow = readonly (string | null)[];

/** Rows under the header that a sheet can hold. */
export const XLSX_ROWS = 1_048_575;
