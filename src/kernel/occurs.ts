/** That people outside are invited to it by mail, and who invites them. */
export interface Invites<FieldName extends string = string> {
  /** The list of people who are asked to come. */
  readonly people: FieldName;
  /** The field of a person's record with his mail address. */
  readonly address: string;
  /** The person who works here in whose name they are invited. */
  readonly by: FieldName;
  /** The field that says whether these people are written to. */
  readonly when: FieldName;
  /** For which purpose they are written to, as the ledger of permissions calls it. */
  readonly purpose: string;
}

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
  /** It is to lie in the working hours of those who take part: where it does not, or they are taken up, another time is offered. */
  readonly withinHours?: true;
  /** Where it takes place, and what else is to be known of it. */
  readonly place?: FieldName;
  readonly notes?: FieldName;
  /** The reference to the series of which a record is one time that was changed alone; for what can come back. */
  readonly series?: FieldName;
  /** Who outside is invited to it. What they say, a record of the object of guests keeps. */
  readonly invites?: Invites<FieldName>;
  /** That what somebody writes in his calendar elsewhere becomes such a record, and the values it has then. One object of all. */
  readonly fromElsewhere?: Readonly<Record<string, unknown>>;
}
