/** What happens to records, as programs are told of it; what an action does is a change. */
export const happenings = ['created', 'updated', 'deleted', 'restored'] as const;
export type Happening = (typeof happenings)[number];

/** What a program wants to be told of: what happens to records of one object. */
export interface WebhookTopic {
  /** Short name. */
  readonly object: string;
  /** Happenings, and names of actions whose changes alone are told of: `sales.win`. */
  readonly kinds: readonly string[];
  /** Changes are told of only when one of these fields is among them. */
  readonly fields?: readonly string[];
  /** Only of records for which this holds when they are told of. */
  readonly where?: unknown;
}

/** Why the product itself has switched a webhook off. */
export type WebhookStop = 'gone' | 'failing' | 'inactive';
