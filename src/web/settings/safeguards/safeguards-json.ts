/** What is counted of one person, in the order in which it is shown. */
export const measures = [
  'exportedAtOnce',
  'exportedPerDay',
  'openedPerHour',
  'openedPerDay',
  'listedPerHour',
  'listedPerDay',
] as const;

export type Measure = (typeof measures)[number];

/** Null where there is no limit. */
export type Limits = Readonly<Record<Measure, number | null>>;

/** The answer of `GET /api/safeguards`. */
export interface SafeguardsJson {
  readonly everyone: Limits;
  readonly roles: Readonly<Record<string, Limits>>;
  readonly leaving: Limits;
  readonly watermark: { readonly leaving: boolean; readonly roles: readonly string[] };
}
