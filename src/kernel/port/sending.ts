/** How a message fared that was handed to somebody outside. */
export type Sending =
  | { readonly outcome: 'done' }
  /** Not now: it is worth trying again. */
  | { readonly outcome: 'later'; readonly reason: string }
  /** Trying again will not help. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** The address exists no more. */
  | { readonly outcome: 'gone'; readonly reason: string };
