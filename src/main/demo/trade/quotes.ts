import { dateText, day } from '../working-days.ts';
import type { Books } from './books.ts';
import type { Deal } from './deals-of.ts';
import { pricedLines } from './priced-lines.ts';

const offered = ['proposal', 'negotiation', 'won', 'lost'];
const terms = '付款方式：合同签订后 30 天内电汇。交货期：收到订单后 30 至 45 天。报价含 13% 增值税。';

/** Deals that came far enough were quoted. Returns the quote of each deal that was won. */
export function quotes(books: Books, deals: readonly Deal[]): ReadonlyMap<string, string> {
  const accepted = new Map<string, string>();
  for (const deal of deals) {
    if (!offered.includes(deal.stage) || deal.lines.length === 0) continue;
    if (deal.stage === 'lost' && books.random.chance(0.4)) continue;
    const closed = ['won', 'lost'].includes(deal.stage);
    const at = closed ? deal.since - books.random.whole(5, 20) * day : deal.since;
    const status =
      { won: 'accepted', lost: 'declined' }[deal.stage] ?? books.random.pick(['sent', 'sent', 'draft']);
    const { lines, ...totals } = pricedLines(deal.lines, shareOf(deal));
    const { owner, account, contact, name } = deal;
    const id = books.enter('quote', at, owner, {
      account,
      contact,
      owner,
      subject: name,
      opportunity: deal.id,
      status,
      quotedOn: dateText(at),
      validUntil: dateText(at + 30 * day),
      terms,
      ...(closed && { answeredOn: dateText(deal.since) }),
      ...(deal.stage === 'lost' && {
        declineReason: books.random.pick(['预算取消', '选择了其他供应商', '项目延期']),
      }),
      ...totals,
    });
    for (const line of lines) books.enter('quoteLine', at, owner, { quote: id, ...line });
    if (deal.stage === 'won') accepted.set(deal.id, id);
  }
  return accepted;
}

/** What was agreed on, against the list. */
export function shareOf({ amount, lines }: Deal): number {
  const listed = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  return listed === 0 ? 1 : amount / listed;
}
