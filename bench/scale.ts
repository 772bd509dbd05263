/** How many records of each kind a benchmark runs on. */
export interface Scale {
  readonly accounts: number;
  readonly contacts: number;
  readonly opportunities: number;
}

/** A company of the full size, and one a hundred times smaller to see how cost grows. */
export const scales: Readonly<Record<'full' | 'small', Scale>> = {
  full: { accounts: 200_000, contacts: 1_000_000, opportunities: 500_000 },
  small: { accounts: 2_000, contacts: 10_000, opportunities: 5_000 },
};
