import type { RunningOptions } from '#kernel/field/field.ts';
import { type Fragment, quoted, raw, sql } from '../sql/fragment.ts';
import type { Children } from './rollup.ts';

/** The sum over the records up to the one under `alias`, those that the reader may see, in the same currency. */
export function runningColumn(
  upTo: Children,
  { of, within, along }: RunningOptions,
  alias: string,
): Fragment {
  const both = (name: string) => raw(`${upTo.alias}.${quoted(name)} = ${alias}.${quoted(name)}`);
  const place = (of: string) => raw(`(${of}.${quoted(along)}, ${of}."createdAt", ${of}.id)`);
  const readable = upTo.condition('read');
  return sql`(select sum(${upTo.column(of)}) from ${upTo.table()} ${raw(upTo.alias)}${upTo.joins()} where ${both(within)} and ${both(currencyOf(of))} and ${place(upTo.alias)} <= ${place(alias)} and ${readable})`;
}

/** As the API shows it: with the currency of what is summed. */
export function runningJson(value: Fragment, { of }: RunningOptions, alias: string): Fragment {
  const currency = raw(`${alias}.${quoted(currencyOf(of))}`);
  return sql`case when ${currency} is not null then json_build_object('amount', (${value})::text, 'currency', ${currency}) end`;
}

/** The column beside an amount of money. */
function currencyOf(name: string): string {
  return `${name}Currency`;
}
