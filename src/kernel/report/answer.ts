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

/** What a region or a city is called in the reader's language, and where it is drawn. */
export interface PlaceAnswer {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Groups, and where totals are wanted the sums `over` choices of them. */
export interface AggregateAnswer {
  readonly groups: readonly AggregateGroup[];
  /** The places that positions are grouped by, by their codes. */
  readonly places?: Readonly<Record<string, PlaceAnswer>>;
  readonly totals?: readonly { readonly over: readonly string[]; readonly values: AggregateGroup }[];
}
