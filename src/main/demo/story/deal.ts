import type { Teller } from '../teller.ts';
import { catalogue, projects } from '../words/catalogue.ts';
import { dateText, day, workingDay } from '../working-days.ts';
import { holdMeeting, type Occasion, touch } from './touches.ts';

/** For whom a deal is made. */
export interface Customer {
  readonly account: string;
  readonly short: string;
  readonly english: boolean;
  readonly contact: string;
  readonly phone: unknown;
  readonly email: unknown;
  readonly owner: string;
  readonly source: string;
}

export interface Catalogue {
  /** Product ids in the order of the catalogue. */
  readonly products: readonly string[];
  readonly pipelines: Readonly<Record<'standard' | 'project', string>>;
  /** The forms of the website. */
  readonly forms: readonly Form[];
}

/** A form, the page it stands on, and the way that people come there. */
export interface Form {
  readonly id: string;
  readonly campaign: string;
  readonly page: string;
  readonly source: string;
}

const path = {
  standard: ['prospecting', 'engaging', 'proposal', 'negotiation'],
  project: ['prospecting', 'qualification', 'proposal', 'negotiation'],
} as const;

/** A deal from its first day to its end, or to today. Tells when it was won. */
export function deal(
  teller: Teller,
  start: number,
  customer: Customer,
  { products, pipelines }: Catalogue,
): number | undefined {
  const { random } = teller;
  const { account, contact, owner, english, source } = customer;
  const project = random.pick(projects)[english ? 1 : 0];
  const lines = Array.from({ length: random.whole(1, 4) }, () => random.whole(0, catalogue.length - 1));
  const quantities = lines.map((index) => quantityOf(random.whole(1, 6), catalogue[index]?.[3] ?? 0));
  const amount = lines.reduce(
    (sum, index, n) => sum + (catalogue[index]?.[3] ?? 0) * (quantities[n] ?? 1),
    0,
  );
  const kind = amount > 800_000 ? 'project' : 'standard';
  const stages = path[kind];
  const steps = stages.map(() => random.whole(6, 30) * day);
  const end = start + steps.reduce((sum, step) => sum + step, 0);
  const id = teller.create('opportunity', start, owner, {
    name: `${customer.short} ${project}`,
    account,
    contact,
    owner,
    source,
    pipeline: pipelines[kind],
    stage: stages[0],
    amount: String(amount),
    product: products[lines[0] ?? 0],
    closeDate: dateText(end + random.whole(0, 20) * day),
    nextStep: english ? 'Send the proposal' : random.pick(['提交方案', '安排演示', '确认预算', '约见决策人']),
  });
  const occasion: Occasion = {
    regarding: { object: 'opportunity', id },
    contact,
    owner,
    english,
    phone: customer.phone,
    email: customer.email,
  };
  for (const [n, index] of lines.entries())
    teller.create('opportunityLine', start, owner, {
      opportunity: id,
      product: products[index],
      quantity: String(quantities[n]),
      unitPrice: String(catalogue[index]?.[3]),
      discount: String(random.pick([0, 0, 0, 3, 5, 8])),
    });
  let date = start;
  for (const [n, stage] of stages.entries()) {
    for (let left = random.whole(1, 3); left > 0; left--)
      touch(teller, date + random.whole(1, 5) * day, occasion);
    if (stage === 'qualification') holdMeeting(teller, date + day, occasion);
    date += steps[n] ?? day;
    const next = stages[n + 1];
    if (random.chance(0.13)) return lose(teller, id, date, owner);
    if (next !== undefined) teller.change('opportunity', id, date, owner, { stage: next });
  }
  return random.chance(0.62) ? win(teller, id, date, owner, amount) : lose(teller, id, date, owner);
}

function quantityOf(chance: number, price: number): number {
  if (price < 10_000) return chance * 20;
  return price > 500_000 ? Math.ceil(chance / 4) : chance;
}

function win(teller: Teller, id: string, date: number, owner: string, amount: number): number {
  const { random } = teller;
  const agreed = Math.round((amount * random.whole(88, 100)) / 100_000) * 1000 || amount;
  const values = {
    stage: 'won',
    winReason: random.weighted({ product: 4, service: 3, price: 2, relationship: 3, delivery: 2, brand: 1 }),
    amount: String(agreed),
    closeDate: dateText(workingDay(date)),
  };
  teller.change('opportunity', id, date, owner, values, 'sales.winOpportunity');
  return date;
}

function lose(teller: Teller, id: string, date: number, owner: string): undefined {
  const { random } = teller;
  const lossReason = random.weighted({
    price: 4,
    competitor: 3,
    noBudget: 3,
    noDecision: 2,
    timing: 2,
    productFit: 1,
    delivery: 1,
  });
  const values = {
    stage: 'lost',
    lossReason,
    ...(lossReason === 'competitor' && {
      competitor: random.pick(['华东数控', '北辰自动化', 'Falcon Motion', '三山集团']),
    }),
    closeDate: dateText(workingDay(date)),
  };
  teller.change('opportunity', id, date, owner, values, 'sales.loseOpportunity');
}
