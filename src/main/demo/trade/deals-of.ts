import type { Happening } from '../happening.ts';

/** A deal as it stands at the end of the story. */
export interface Deal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly contact: string;
  readonly owner: string;
  readonly pipeline: string;
  readonly stage: string;
  readonly amount: number;
  /** When it came to its stage. */
  readonly since: number;
  readonly lines: readonly DealLine[];
}

export interface DealLine {
  readonly product: string;
  readonly quantity: number;
  readonly price: number;
}

/** The deals that the story tells of, in the order in which they began. */
export function dealsOf(story: readonly Happening[]): readonly Deal[] {
  const deals = new Map<string, Deal>();
  for (const { object, kind, id, at, values } of story) {
    if (object === 'opportunity') {
      const before = deals.get(id);
      if (before === undefined && kind !== 'create') continue;
      const { amount, ...rest } = values as Partial<Record<string, string>>;
      deals.set(id, {
        ...(before ?? ({ id, lines: [] } as unknown as Deal)),
        ...rest,
        ...(amount !== undefined && { amount: Number(amount) }),
        since: at,
      });
    }
    if (object === 'opportunityLine') {
      const { opportunity, product, quantity, unitPrice } = values as Record<string, string>;
      const deal = deals.get(opportunity ?? '');
      if (deal === undefined || product === undefined) continue;
      const line = { product, quantity: Number(quantity), price: Number(unitPrice) };
      deals.set(deal.id, { ...deal, lines: [...deal.lines, line] });
    }
  }
  return [...deals.values()].filter(({ account }) => Boolean(account));
}
