import { type Fragment, raw, sql } from '../sql/fragment.ts';

/** Computed money as the API shows it; nothing where there is no currency. */
export function moneyJson(amount: Fragment, currency: Fragment, alias: string): Fragment {
  const money = raw(`${alias}_m`);
  // Without the offset PostgreSQL would compute the amount wherever it is named.
  return sql`(select json_build_object('amount', ${money}.amount::text, 'currency', ${money}.currency) from (select ${amount} as amount, ${currency} as currency offset 0) ${money} where ${money}.currency is not null)`;
}
