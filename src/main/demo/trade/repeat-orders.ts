import { catalogue } from '../words/catalogue.ts';
import { day, workingDay } from '../working-days.ts';
import type { Books } from './books.ts';
import type { Deal } from './deals-of.ts';
import type { Sale } from './sale.ts';

/** What customers order again without anybody selling it to them: parts, training, upkeep. */
const consumables = catalogue.flatMap(([, , , price], index) => (price < 10_000 ? [{ index, price }] : []));

/** Some customers come back at a rhythm of their own; a few of them stop one day. */
export function repeatOrders(
  { random, now }: Books,
  won: readonly Deal[],
  products: readonly string[],
): readonly Sale[] {
  const firsts = new Map(won.toReversed().map((deal) => [deal.account, deal]));
  return [...firsts.values()].flatMap(({ account, contact, owner, since }) => {
    if (!random.chance(0.45)) return [];
    const interval = random.whole(35, 110);
    const until = random.chance(0.25) ? now - interval * random.whole(2, 4) * day : now;
    const sales: Sale[] = [];
    let at = since + random.whole(40, 120) * day;
    while (at < until) {
      const lines = Array.from({ length: random.whole(1, 2) }, () => {
        const { index, price } = random.pick(consumables);
        return { product: products[index] as string, quantity: random.whole(1, 6) * 5, price };
      });
      sales.push({
        at: workingDay(at),
        account,
        contact,
        owner,
        subject: '备件与服务补充订购',
        lines,
        share: 1,
      });
      at += Math.round(interval * (0.7 + random.next() * 0.6)) * day;
    }
    return sales.filter((one) => one.at < now);
  });
}
