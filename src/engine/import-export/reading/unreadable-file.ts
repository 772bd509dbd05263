/** Why a file cannot be read, or cannot be read any further. */
export type UnreadableCode =
  /** The file has no rows at all. */
  | 'empty'
  /** Not a table: `format` says what it is when that is known. */
  | 'unsupported'
  /** A workbook that asks for a password. */
  | 'encrypted'
  /** A zip or its XML is broken: `part` names the piece. */
  | 'damaged'
  /** Larger than any honest file: `limit` and `part`. */
  | 'tooLarge'
  /** `columns` in one row are more than `limit`. */
  | 'tooManyColumns'
  /** One record is longer than `limit`; it begins at `line`. */
  | 'recordTooLong'
  /** A quotation mark opened in the record at `line` is never closed. */
  | 'quoteNotClosed'
  /** No sheet of the asked-for name: `sheet`; or a workbook without sheets. */
  | 'sheetNotFound'
  | 'encodingUnknown';

export type UnreadableParameters = Readonly<Record<string, string | number>>;

/** The only error that reading a file raises for what is in the file. Its text is made from code and parameters. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly code: UnreadableCode;
  readonly parameters: UnreadableParameters;

  constructor(code: UnreadableCode, parameters: UnreadableParameters = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(parameters)}`, { cause });
    this.code = code;
    this.parameters = parameters;
  }
}
