/** Something was written that this person may see. */
export interface ChangeEvent {
  readonly sequence: number;
  readonly kind: string;
  readonly object: string;
  readonly id: string;
  readonly version: number;
  readonly actor: string | null;
  readonly at: string;
  readonly fields: readonly string[];
}

/** Who has a record open now. */
export interface PresenceEvent {
  readonly object: string;
  readonly id: string;
  readonly users: readonly { readonly id: string; readonly name: string }[];
}

/** The server's events by name. */
export interface LiveEvents {
  readonly change: ChangeEvent;
  readonly presence: PresenceEvent;
  /** What I have been told has changed. */
  readonly notification: Readonly<Record<string, never>>;
  /** What there is in the product has changed: objects, fields, what they are called. */
  readonly meta: Readonly<Record<string, never>>;
}
