export type AggregateGroup = Readonly<Record<string, unknown>>;

/** What an aggregate asks for. */
export interface AggregateQuery {
  readonly groupBy?: string;
  readonly measures: string;
  readonly where?: unknown;
  readonly q?: string;
  /** Also what several groups have in common, and everything. */
  readonly totals?: boolean;
}

/** Groups, and where totals are wanted the sums `over` choices of them. */
export interface AggregateAnswer {
  readonly groups: readonly AggregateGroup[];
  readonly totals?: readonly { readonly over: readonly string[]; readonly values: AggregateGroup }[];
}
