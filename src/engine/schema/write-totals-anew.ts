import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { asSystem } from '../access/actor.ts';
import { storageOf } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { addUpAnew } from '../records/kept-totals.ts';
import { tableOf } from '../records/table.ts';
import { quoted } from '../sql/fragment.ts';
import { MigrationRefused } from './obstacles.ts';
import { pathsOf, type TotalsAnew } from './totals-anew.ts';

const batch = 500;

/**
 * Writes totals in all records anew, by the ladder of every change, inside the migration: what a record's rules say
 * against its new total stands in the way of all of it, and is told with the record's name.
 */
export async function writeTotalsAnew(place: Omit<Context, 'actor'>, totals: TotalsAnew): Promise<void> {
  const { object } = totals;
  const context: Context = { ...place, actor: asSystem('A total is defined otherwise than before.') };
  let last: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (last !== undefined) {
    const rows = await context.database.run(
      `select id from ${tableOf(context, object.name).text} where id > $1 and "deletedAt" is null order by id limit ${batch}`,
      [last],
    );
    const ids = rows.map(([id]) => id as string);
    await addUpAnew(context, object, ids).catch(async (refusal: unknown) => {
      if (!(refusal instanceof Refusal)) throw refusal;
      for (const id of ids)
        await addUpAnew(context, object, [id]).catch(async ({ message }: Error) => {
          throw new MigrationRefused([
            `${pathsOf(totals)} cannot be added up anew in ${await nameOf(context, object, id)}: ${message}. Correct it with the version before.`,
          ]);
        });
    });
    last = ids.length < batch ? undefined : ids.at(-1);
  }
}

async function nameOf(
  context: Context,
  { name, fields, declaration }: ObjectModel,
  id: string,
): Promise<string> {
  const { nameField } = declaration;
  const field = fields.get(nameField);
  if (field === undefined || storageOf(field).columns(nameField).length === 0) return id;
  const [row] = await context.database.run(
    `select ${quoted(nameField)}::text from ${tableOf(context, name).text} where id = $1`,
    [id],
  );
  return `${row?.[0] ?? ''} (${id})`;
}
