import type { Teller } from '../teller.ts';
import { cardNumber } from '../words/card-number.ts';
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
  readonly parent?: Customer;
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

/** A customer from the first day on: its people, its deals and what is done for it. */
export function customer(
  teller: Teller,
  { number, start, owner, parent }: Founding,
  catalogue: Catalogue,
): Customer {
  const { random } = teller;
  const { short, english, domain, values } = company(random, number);
  const source = random.weighted(sources);
  const account = teller.create('account', start, owner, {
    ...values,
    owner,
    tier: random.weighted({ A: 1, B: 3, C: 5, D: 2 }),
    lifecycle: 'prospect',
    ...(parent && { parent: parent.account }),
  });
  const meet = (date: number): Person => {
    const who = person(random, english, domain);
    // Some of those with whom contracts are signed have shown their card.
    const shown = typeof who.mobile === 'string' && /[0-3]$/.test(who.mobile);
    const papers = shown && { nationalId: cardNumber(who.mobile as string) };
    return { id: teller.create('contact', date, owner, { ...who, ...papers, account, owner }), date, ...who };
  };
  const first = meet(start);
  const { mobile, phone, email } = first;
  const others = Array.from({ length: random.whole(0, 4) }, () => meet(start + random.whole(3, 200) * day));
  const buyer = { account, short, english, contact: first.id, phone: mobile ?? phone, email, owner, source };
  if (parent === undefined && random.chance(0.4))
    beginning(teller, start, buyer, { ...first, company: values.name });
  if (parent !== undefined)
    teller.create('affiliation', start + day, owner, {
      contact: parent.contact,
      account,
      role: random.pick(['decisionMaker', 'shareholder', 'purchaser']),
    });
  dealings(teller, start, buyer, catalogue);
  for (const who of [first, ...others]) visits(teller, who, buyer);
  return buyer;
}

interface Person extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly date: number;
}

/** Deals one after the other; the first that is won makes a customer. Some who never buy go back to the pool. */
function dealings(teller: Teller, start: number, buyer: Customer, catalogue: Catalogue): void {
  const { random } = teller;
  let date = start + random.whole(2, 20) * day;
  let won = false;
  const deals = Number(random.weighted({ 0: 2, 1: 4, 2: 4, 3: 2, 5: 1 }));
  for (let left = deals; left > 0; left--) {
    const success = deal(teller, date, buyer, catalogue);
    if (success !== undefined && !won) {
      won = true;
      teller.change('account', buyer.account, success, buyer.owner, { lifecycle: 'customer' });
    }
    date += random.whole(60, 220) * day;
  }
  if (deals === 0 && random.chance(0.4))
    teller.change(
      'account',
      buyer.account,
      date + 90 * day,
      buyer.owner,
      { owner: null },
      'sales.releaseAccount',
    );
}

function visits(
  teller: Teller,
  { id, date, mobile, phone, email }: Person,
  { owner, english }: Customer,
): void {
  const occasion = {
    regarding: { object: 'contact', id },
    contact: id,
    owner,
    english,
    phone: mobile ?? phone,
    email,
  };
  for (let count = teller.random.whole(0, 3); count > 0; count--)
    touch(teller, date + teller.random.whole(1, 300) * day, occasion);
}

/** How a customer came to be one: as a lead that was converted. */
function beginning(
  teller: Teller,
  start: number,
  buyer: Customer,
  who: Readonly<Record<string, unknown>>,
): void {
  const { owner, source, account, contact } = buyer;
  const { firstName, lastName, title, mobile, phone, email } = who;
  const date = start - teller.random.whole(6, 25) * day;
  const lead = teller.create('lead', date, owner, {
    firstName,
    lastName,
    title,
    mobile,
    phone,
    email,
    company: who.company,
    owner,
    source,
  });
  teller.change('lead', lead, date + day, owner, { status: 'working' });
  const converted = {
    status: 'converted',
    convertedAt: new Date(start).toISOString(),
    convertedAccount: account,
    convertedContact: contact,
  };
  teller.change('lead', lead, start, owner, converted, 'sales.convertLead');
}
