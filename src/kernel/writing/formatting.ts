/** What decides how a value is written: the language on screen, the user's clock, the workspace's money. */
export interface Formatting {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly currencies: readonly string[];
}
