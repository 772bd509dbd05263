/** What becomes of each name inside a value, as it is met. */
export interface Naming {
  object(name: string): string;
  /** A path from records of an object. */
  path(object: string, path: string): string;
  /** The object of the records to which a path leads. */
  target(object: string, path: string): string | undefined;
  /** Met: what is compared with, or put into, the field to which a path leads. */
  choice?(object: string, path: string, value: unknown): void;
}
