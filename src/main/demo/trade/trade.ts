import type { Creation, Happening } from '../happening.ts';
import type { Random } from '../random.ts';
import { booksOf } from './books.ts';
import { cases, contracts } from './cases.ts';
import { dealsOf } from './deals-of.ts';
import { quotes, shareOf } from './quotes.ts';
import { repeatOrders } from './repeat-orders.ts';
import { sale } from './sale.ts';

/** Who writes it down. */
export interface Office {
  readonly accountant: string;
  readonly agents: readonly string[];
}

/** What came of the deals that the story tells of: quotes, orders, invoices, payments, returns, contracts, cases. */
export function trade(
  random: Random,
  now: number,
  story: readonly Happening[],
  products: readonly string[],
  { accountant, agents }: Office,
): readonly Creation[] {
  const books = booksOf(random, now);
  const deals = dealsOf(story);
  const accepted = quotes(books, deals);
  const won = deals.filter(({ stage, lines }) => stage === 'won' && lines.length > 0);
  for (const deal of won) {
    const { account, contact, owner, name: subject, lines, since: at } = deal;
    const origin = { quote: accepted.get(deal.id), opportunity: deal.id };
    sale(books, { at, account, contact, owner, subject, lines, share: shareOf(deal), ...origin }, accountant);
  }
  for (const one of repeatOrders(books, won, products)) sale(books, one, accountant);
  contracts(books, won);
  cases(books, won, agents);
  return books.entries;
}
