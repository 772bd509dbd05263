/** A sum as records carry it. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Reads a field's value as a sum; a bare number or string is in the workspace's currency. */
export function asMoney(value: unknown, currency: string): Money | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number') return { amount: String(value), currency };
  if (typeof value !== 'object') return null;
  const money = value as Partial<Money>;
  return money.amount === undefined || money.amount === null
    ? null
    : { amount: String(money.amount), currency: money.currency ?? currency };
}
