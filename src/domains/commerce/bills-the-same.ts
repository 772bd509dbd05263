import type { Decision } from '#kernel/change.ts';
import type { Money } from '#kernel/field/money/money.ts';
import type { Complaint } from '#kernel/problem.ts';

interface Settling {
  readonly invoice: string | null;
  readonly account: string | null;
  readonly amount: Money | null;
}

/** What settles an invoice belongs to the same customer, is in the same currency, and finds the invoice sent out. */
export async function billsTheSame(
  { invoice, account, amount }: Settling,
  { list }: Decision,
): Promise<readonly Complaint[]> {
  if (invoice === null) return [];
  // One that is not to be seen is refused where references are.
  const [bill] = await list('commerce.invoice', { id: invoice }, 1);
  if (bill === undefined) return [];
  if (bill.account !== account) return [{ field: 'invoice', code: 'otherCustomer' }];
  if (!['issued', 'paid'].includes(bill.status)) return [{ field: 'invoice', code: 'notIssued' }];
  return amount !== null && bill.amount?.currency !== amount.currency
    ? [{ field: 'amount', code: 'otherCurrency' }]
    : [];
}
