/**
 * One of the objects of which another is made up. An object that unites others has no records of its own: it shows
 * theirs under common names, and each is changed where it belongs.
 */
export interface United {
  /** Qualified name. */
  readonly object: string;
  /** Own field names and the other object's names for them, where they differ. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Fields that have one value for all records of that object. */
  readonly values?: Readonly<Record<string, string>>;
  /** Own number fields that take the other object's value with its sign turned round. */
  readonly negated?: readonly string[];
  /** Only records whose field has one of these values. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** The own field that names the record itself. */
  readonly itself?: string;
}
