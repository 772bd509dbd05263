import Big from 'big.js';
import { dateText, day } from '../working-days.ts';
import type { Books } from './books.ts';
import type { DealLine } from './deals-of.ts';
import { pricedLines, totalsOf } from './priced-lines.ts';

export interface Sale {
  readonly at: number;
  readonly account: string;
  readonly contact: string;
  readonly owner: string;
  readonly subject: string;
  readonly lines: readonly DealLine[];
  /** The agreed price against the list's. */
  readonly share: number;
  readonly quote?: string | undefined;
  readonly opportunity?: string;
}

/** An order and all that follows from it up to today: delivery, invoice, payments, now and then a return. */
export function sale(books: Books, { at, lines: sold, share, ...about }: Sale, accountant: string): void {
  const { random, now } = books;
  const { account, contact, owner, subject } = about;
  const { lines, ...totals } = pricedLines(sold, share);
  const deliveredAt = at + random.whole(10, 45) * day;
  const invoicedAt = deliveredAt + random.whole(0, 6) * day;
  const [delivered, billed] = [deliveredAt < now, invoicedAt < now];
  const cancelled = !delivered && random.chance(0.05);
  const order = books.enter('order', at, owner, {
    ...about,
    status: cancelled ? 'cancelled' : delivered ? 'delivered' : 'placed',
    orderedOn: dateText(at),
    paymentDays: 30,
    ...(delivered && { deliveredOn: dateText(deliveredAt) }),
    ...(billed && { invoiced: totals.amount }),
    ...totals,
  });
  for (const line of lines) books.enter('orderLine', at, owner, { order, ...line });
  if (!delivered) return;
  const back = billed && random.chance(0.06) ? lines[0] : undefined;
  const owned = lines.map((line) => {
    const returned = line === back ? halfOf(line.quantity) : '0';
    const values = { account, product: line.product, order, owner, quantity: line.quantity, returned };
    const until = { since: dateText(deliveredAt), warrantyUntil: dateText(deliveredAt + 365 * day) };
    const single = Number(line.quantity) === 1;
    const serial = single
      ? { serialNumber: `HY${dateText(deliveredAt).slice(2, 4)}${random.digits(7)}` }
      : {};
    return books.enter('asset', deliveredAt, owner, { ...values, ...until, ...serial });
  });
  if (!billed) return;
  const returned = back && { ...back, quantity: halfOf(back.quantity) };
  const credit = returned && totalsOf([returned]);
  const paid = payments(books, invoicedAt, new Big(totals.amount.amount).minus(credit?.amount.amount ?? 0));
  const sum = paid.reduce((total, { amount }) => total.plus(amount), new Big(0));
  const invoice = books.enter('invoice', invoicedAt, accountant, {
    account,
    contact,
    owner,
    subject,
    order,
    status: 'issued',
    issuedOn: dateText(invoicedAt),
    dueOn: dateText(invoicedAt + 30 * day),
    ...totals,
    ...(sum.gt(0) && { paid: { amount: sum.toFixed(2), currency: 'CNY' } }),
    ...(credit && { credited: credit.amount }),
  });
  for (const line of lines) books.enter('invoiceLine', invoicedAt, accountant, { invoice, ...line });
  for (const { at: on, amount } of paid)
    books.enter('payment', on, accountant, {
      account,
      invoice,
      owner,
      amount: { amount: amount.toFixed(2), currency: 'CNY' },
      paidOn: dateText(on),
      method: random.weighted({ bankTransfer: 8, acceptance: 3, wechatPay: 1 }),
      bankReference: random.digits(12),
    });
  if (!returned || !credit) return;
  const returnedAt = Math.min(invoicedAt + random.whole(1, 8) * day, now - day / 2);
  const goods = books.enter('return', returnedAt, accountant, {
    account,
    contact,
    owner,
    order,
    invoice,
    status: 'completed',
    reason: random.pick(['defect', 'wrongItem', 'damaged', 'notNeeded']),
    returnedOn: dateText(returnedAt),
    ...credit,
  });
  books.enter('returnLine', returnedAt, accountant, {
    return: goods,
    asset: owned[0],
    completed: true,
    ...returned,
  });
}

function halfOf(quantity: string): string {
  return String(Math.ceil(Number(quantity) / 2));
}

/** Most pay when it is due, some in two parts, some late and some not at all yet. */
function payments({ random, now }: Books, from: number, due: Big): readonly { at: number; amount: Big }[] {
  if (random.chance(0.07)) return [];
  const late = random.weighted({ no: 6, little: 3, much: 1 });
  const last =
    from +
    { no: random.whole(15, 30), little: random.whole(31, 50), much: random.whole(60, 120) }[late] * day;
  const parts = random.chance(0.25)
    ? [
        { at: from + random.whole(3, 14) * day, amount: due.times(0.3).round(2) },
        { at: last, amount: due.minus(due.times(0.3).round(2)) },
      ]
    : [{ at: last, amount: due }];
  return parts.filter(({ at, amount }) => at < now && amount.gt(0));
}
