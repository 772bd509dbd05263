import type { Happening } from '../happening.ts';
import type { Random } from '../random.ts';
import { tellerOf } from '../teller.ts';
import { day } from '../working-days.ts';
import { absences } from './absences.ts';
import { agreements } from './agreements.ts';
import { customer } from './customer.ts';
import { type Catalogue, type Customer, deal } from './deal.ts';
import { lead } from './lead.ts';
import { occasions } from './occasions.ts';
import { plans } from './plans.ts';

/** Ids of the people who sell: at home, and abroad. */
export interface SalesForce {
  readonly home: readonly string[];
  readonly abroad: readonly string[];
}

export interface Extent {
  readonly customers: number;
  readonly leads: number;
  /** Deals of the last weeks, besides those that customers have anyway. */
  readonly recentDeals: number;
}

/** Two years of Hengyue Industrial up to now, in the order in which they happened. */
export function hengyue(
  random: Random,
  now: number,
  { home, abroad }: SalesForce,
  catalogue: Catalogue,
  { customers, leads, recentDeals }: Extent,
): readonly Happening[] {
  const teller = tellerOf(random, now);
  const began = now - 730 * day;
  const ownerOf = (number: number) => random.pick(number % 5 === 4 ? abroad : home);
  const buyers: Customer[] = [];
  let head: Customer | undefined;
  for (let number = 0; number < customers; number++) {
    const start = began + ((number + random.next()) / customers) * 722 * day;
    const owner = ownerOf(number);
    const subsidiary = head !== undefined && [1, 2].includes(number % 9);
    const buyer = customer(
      teller,
      subsidiary ? { number, owner, start: start + 4 * day, parent: head } : { number, owner, start },
      catalogue,
    );
    if (start < now - 120 * day) buyers.push(buyer);
    if (number % 9 === 0) head = buyer;
  }
  for (let number = 0; number < recentDeals; number++)
    deal(teller, now - random.whole(2, 75) * day, random.pick(buyers), catalogue);
  for (let number = 0; number < leads; number++) {
    const date = began + ((number + random.next()) / leads) ** 0.7 * 729 * day;
    const owner = ownerOf(number);
    lead(teller, customers + number, date, random.chance(0.12) ? null : owner, owner, catalogue.forms);
  }
  const story = [
    ...teller.story,
    ...plans(random, now, teller.story),
    ...agreements(random, teller.story),
    ...occasions(random, now, teller.story),
    ...absences(random, now, { home, abroad }),
  ];
  return story.sort((one, other) => one.at - other.at);
}
