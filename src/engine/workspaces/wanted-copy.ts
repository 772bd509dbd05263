/** A copy of a company without its people, as it is wanted. */
export interface WantedCopy {
  /** Its short name. */
  readonly name: string;
  /** What people read; as of the original unless told. */
  readonly company?: string | undefined;
  readonly administratorName: string;
  readonly administratorEmail: string;
  /** Copies made with the same word have the same other names. */
  readonly word?: string | undefined;
}
