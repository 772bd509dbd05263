/** What a company uses, and what it may use at most. */
export interface CompanyUse {
  readonly use: {
    readonly people: number;
    readonly records: number;
    /** Bytes. */
    readonly storage: number;
    readonly imports: number;
  };
  readonly limits: {
    readonly people?: number;
    readonly records?: number;
    /** Megabytes. */
    readonly storage?: number;
    readonly requests?: number;
    readonly imports?: number;
  };
}
