import { createHash } from 'node:crypto';
import type { Carried } from '#kernel/carried.ts';
import { type ObjectModel, objectNamed, type Registry } from '#kernel/registry.ts';
import { quoted } from '../sql/fragment.ts';
import type { Names } from './carried-names.ts';
import { carriedTable } from './carried-table.ts';
import { otherTriggers } from './other-triggers.ts';
import { recordTriggers } from './record-triggers.ts';

/** How a table of carried values is kept right by the database itself, through whichever door a change comes. */
export interface KeptCarried {
  readonly table: string;
  /** Make the functions and triggers and fill the table; nobody writes to either object meanwhile. */
  readonly statements: readonly string[];
  /** Stands at the table: of another mark, it is kept in another way. */
  readonly mark: string;
}

export function keepCarried(
  registry: Registry,
  schema: string,
  object: ObjectModel,
  carried: Carried,
): KeptCarried {
  const table = carriedTable(object.name, carried);
  const other = objectNamed(registry, object.fields.get(carried.reference)?.target ?? '');
  const names: Names = {
    ...{ table, schema: quoted(schema), side: `${quoted(schema)}.${quoted(table)}` },
    ...{
      records: `${quoted(schema)}.${quoted(object.name)}`,
      others: `${quoted(schema)}.${quoted(other.name)}`,
    },
    ...{ reference: quoted(carried.reference), field: quoted(carried.field) },
  };
  const kept = [...recordTriggers(names), ...otherTriggers(names)];
  const mark = createHash('sha256').update(kept.join()).digest('hex').slice(0, 16);
  return {
    table,
    statements: [
      ...kept,
      `truncate ${names.side}`,
      `insert into ${names.side} (record, value, "createdAt") select r.id, o.${names.field}, r."createdAt"
       from ${names.records} r join ${names.others} o on o.id = r.${names.reference}
       where r."deletedAt" is null and o."deletedAt" is null order by r.id`,
      `analyze ${names.side}`,
      `comment on table ${names.side} is '${carriedMark}${mark}'`,
    ],
    mark: `${carriedMark}${mark}`,
  };
}

/** How the comment on every table of carried values begins. */
const carriedMark = 'carried ';

/** Whether a table's comment says that what it holds is carried. */
export function isCarried(mark: string | null | undefined): boolean {
  return mark?.startsWith(carriedMark) === true;
}

/** Takes away a table of carried values and what kept it. */
export function dropCarried(schema: string, table: string): readonly string[] {
  const functions = ['added', 'moved', 'removed', 'followed'].map(
    (what) => `drop function if exists ${quoted(schema)}.${quoted(`${table}_${what}`)} cascade`,
  );
  return [`drop table ${quoted(schema)}.${quoted(table)}`, ...functions];
}
