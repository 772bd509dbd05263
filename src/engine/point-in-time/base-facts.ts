/** What is known of a copy of a cluster once it is whole. */
export interface BaseFacts {
  readonly format: 1;
  /** The product's version, and PostgreSQL's, with whose programs alone the files can be read. */
  readonly version: string;
  readonly database: string;
  /** The first moment to which it can be brought. */
  readonly from: string;
  /** Signs sessions. */
  readonly secret: string;
}
