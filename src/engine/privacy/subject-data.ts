/** A record as it is read. */
export type Held = Readonly<Record<string, unknown>> & { readonly id: string };

/** What is known of a person. */
export interface SubjectData {
  /** By the short names of their objects. */
  readonly records: Readonly<Record<string, readonly Held[]>>;
  /** Every entry of the log about them, the oldest first. */
  readonly history: readonly object[];
}
