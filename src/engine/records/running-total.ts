import type { RunningOptions } from '#kernel/field/field.ts';
import { currencyColumn } from '../fields/columns.ts';
import { type Fragment, quoted, raw, sql } from '../sql/fragment.ts';
import type { Children } from './children.ts';

/** The sum over the records up to the one under `alias`, those that the reader may see, in the same currency. */
export function runningColumn(
  upTo: Children,
  { of, within, along }: RunningOptions,
  alias: string,
): Fragment {
  const both = (name: string) => raw(`${upTo.alias}.${quoted(name)} = ${alias}.${quoted(name)}`);
  const place = (of: string) => raw(`(${of}.${quoted(along)}, ${of}."createdAt", ${of}.id)`);
  const readable = upTo.condition('read');
  return sql`(select sum(${upTo.column(of)}) from ${upTo.table()} ${raw(upTo.alias)}${upTo.joins()} where ${both(within)} and ${both(currencyColumn(of))} and ${place(upTo.alias)} <= ${place(alias)} and ${readable})`;
}
