import type { ObjectModel } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { withPositions } from '../places/with-positions.ts';
import { quoted } from '../sql/fragment.ts';
import { type HeldObject, notedField } from './held-object.ts';

/** Positions that addresses tell, of an object that has records: new ones, or found otherwise than the last migration noted. */
export interface PositionsAnew {
  readonly object: ObjectModel;
  readonly name: string;
  readonly from: string;
}

export function positionsAnew(held: readonly HeldObject[]): readonly PositionsAnew[] {
  return held
    .filter(({ table }) => table !== undefined)
    .flatMap(({ object, fields }) =>
      fields.flatMap(({ name, field, stored }) =>
        field.from === undefined || stored?.from === notedField(field).from
          ? []
          : [{ object, name, from: field.from }],
      ),
    );
}

/** What is placed anew, in words. */
export function positionsSentence({ object, name, from }: PositionsAnew): string {
  return `Place ${object.name}.${name} anew where ${from} tells it.`;
}

const batch = 2000;

/** Places all records of an object anew by their addresses, inside the migration; what somebody has given stays. */
export async function placeAnew(
  database: Database,
  schema: string,
  { object, name, from }: PositionsAnew,
): Promise<void> {
  const table = `${quoted(schema)}.${quoted(object.name)}`;
  let last: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (last !== undefined) {
    const rows = await database.run(
      `select id, ${quoted(from)}, ${quoted(name)} from ${table} where id > $1 and ${quoted(from)} is not null order by id limit ${batch}`,
      [last],
    );
    const placed = rows.map(([id, address, position]) => {
      const values = { [from]: parsed(address), [name]: parsed(position) };
      return { id, position: withPositions(object, undefined, values)[name] ?? null };
    });
    await database.run(
      `update ${table} t set ${quoted(name)} = x.position from json_to_recordset($1::json) as x(id uuid, position jsonb)
        where t.id = x.id and t.${quoted(name)} is distinct from x.position`,
      [JSON.stringify(placed)],
    );
    last = rows.length < batch ? undefined : (rows.at(-1)?.[0] ?? undefined);
  }
}

function parsed(value: string | null | undefined): unknown {
  return typeof value === 'string' ? JSON.parse(value) : null;
}
