/** That a record takes place at a time: from this calendars are drawn, and who is free when. */
export interface Occurs<FieldName extends string = string> {
  /** The date-time at which it begins. */
  readonly from: FieldName;
  /** The one at which it ends; without it, or where it is empty, it is a moment. */
  readonly to?: FieldName;
  /** Who takes part and what is needed for it: references, and lists of records. */
  readonly with: readonly FieldName[];
  /** Those of them that one alone can have at a time; a second record at that time is refused. */
  readonly alone?: readonly FieldName[];
  /** When those are taken up by it; never, where nothing is said. */
  readonly busy?: Readonly<Record<string, unknown>>;
  /** Where it takes place, and what else is to be known of it. */
  readonly place?: FieldName;
  readonly notes?: FieldName;
  /** The reference to the series of which a record is one time that was changed alone; for what can come back. */
  readonly series?: FieldName;
  /** That what somebody writes in his calendar elsewhere becomes such a record, and the values it has then. One object of all. */
  readonly fromElsewhere?: Readonly<Record<string, unknown>>;
}
