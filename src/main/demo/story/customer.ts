import type { Teller } from '../teller.ts';
import { day } from '../working-days.ts';
import { company } from './company.ts';
import { type Catalogue, type Customer, deal } from './deal.ts';
import { person } from './person.ts';
import { touch } from './touches.ts';

export interface Founding {
  readonly number: number;
  readonly start: number;
  readonly owner: string;
  /** The head of the group, for a subsidiary. */
  readonly parent?: string;
}

export const sources = {
  exhibition: 4,
  referral: 4,
  website: 3,
  phone: 3,
  wechat: 2,
  partner: 1,
  advertisement: 1,
};

/** A customer from the first day on: its people, its deals and what is done for it. Returns its id. */
export function customer(
  teller: Teller,
  { number, start, owner, parent }: Founding,
  catalogue: Catalogue,
): string {
  const { random } = teller;
  const { short, english, domain, values } = company(random, number);
  const source = random.weighted(sources);
  const account = teller.create('account', start, owner, {
    ...values,
    owner,
    tier: random.weighted({ A: 1, B: 3, C: 5, D: 2 }),
    lifecycle: 'prospect',
    ...(parent && { parent }),
  });
  const people = Array.from({ length: random.whole(1, 5) }, (_, n) => {
    const who = person(random, english, domain);
    const date = start + (n === 0 ? 0 : random.whole(3, 200) * day);
    const id = teller.create('contact', date, owner, { ...who, account, owner });
    return { id, date, ...who } as Person;
  });
  const [first] = people;
  if (first === undefined) return account;
  const buyer: Customer = {
    account,
    short,
    english,
    contact: first.id,
    phone: first.mobile ?? first.phone,
    email: first.email,
    owner,
    source,
  };
  let date = start + random.whole(2, 20) * day;
  let won: number | undefined;
  for (
    let deals = random.weighted({ 0: 2, 1: 4, 2: 4, 3: 2, 5: 1 }) as unknown as number;
    deals > 0;
    deals--
  ) {
    const success = deal(teller, date, buyer, catalogue);
    if (success !== undefined && won === undefined) {
      won = success;
      teller.change('account', account, success, owner, { lifecycle: 'customer' });
    }
    date += random.whole(60, 220) * day;
  }
  for (const { id, date: met, ...who } of people)
    for (let visits = random.whole(0, 3); visits > 0; visits--)
      touch(teller, met + random.whole(1, 300) * day, {
        regarding: { object: 'contact', id },
        contact: id,
        owner,
        english,
        phone: who.mobile ?? who.phone,
        email: who.email,
      });
  return account;
}

interface Person {
  readonly id: string;
  readonly date: number;
  readonly mobile?: unknown;
  readonly phone?: unknown;
  readonly email?: unknown;
}
