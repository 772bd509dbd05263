/** What of an object's records tells of a person outside: it is given to him when he asks, and erased when he wishes. */
export interface Personal<Name extends string = string> {
  /** Emptied when the person is erased; a text that must not be empty gets a pseudonym. */
  readonly fields: readonly Name[];
  /**
   * Present where every record is a person himself: the references among them that lead to the same person under
   * another record. Elsewhere a record is a person's when it refers to him.
   */
  readonly same?: readonly Name[];
  /** Which of the texts are names of people, or parts of one: a copy without people has other names there. */
  readonly names?: { readonly [Field in Name]?: 'full' | 'family' | 'given' };
}
