/** What happened to one record; written by the engine in the transaction of the change, never altered. */
export interface Event {
  /** Position in the workspace's log. */
  readonly sequence: number;
  readonly at: string;
  /** Who did it; null for work of the system itself. */
  readonly actor: string | null;
  /** Short object name. */
  readonly object: string;
  readonly id: string;
  /** created, updated, deleted, restored, or the verb that did it. */
  readonly kind: string;
  readonly version: number;
  /** Old and new value of each field that changed. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}
