/** One thing that happened in the demo company's two years. Object names are short, as in addresses. */
export type Happening = Creation | Change;

export interface Creation {
  readonly kind: 'create';
  readonly object: string;
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Change {
  readonly kind: 'change';
  readonly object: string;
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly verb?: string;
  readonly values: Readonly<Record<string, unknown>>;
}
