/** A use of what is kept of people that somebody may allow or forbid: for which purpose, in which way. */
export interface PermissionWish {
  /** As the ledger of permissions calls it. */
  readonly purpose: string;
  readonly way: string;
}

/**
 * What the ledger says of a use. `unasked`: nobody ever said anything; `withdrawn`: the latest word forbids it; `expired`: it
 * was allowed until a day that is over; `refuses`: the person wishes to be left alone.
 */
export type PermissionAnswer = 'permitted' | 'unasked' | 'withdrawn' | 'expired' | 'refuses';
