import type { ObjectModel } from '#kernel/registry.ts';
import { formColumn } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { tableOf } from '../records/table.ts';
import { quoted } from '../sql/fragment.ts';
import { keyTable } from './key-table.ts';
import { asKept, keptText, readSealedValue } from './sealed-value.ts';
import type { WorkspaceSeal } from './workspace-seal.ts';

type Place = Pick<Context, 'database' | 'workspace'>;

const batch = 500;

/**
 * Makes sealed values whole again: what they are found by, which neither backups nor the log hold, and values from
 * before their field was sealed. Of all records, or of these.
 */
export async function settleSealed(
  place: Place,
  object: ObjectModel,
  ids?: readonly string[],
): Promise<void> {
  const { seal } = place.workspace;
  if (seal === undefined || object.declaration.unites !== undefined) return;
  for (const [name, field] of object.fields)
    if (field.sealed === true) await settleField(place, seal, object, name, ids);
}

async function settleField(
  place: Place,
  seal: WorkspaceSeal,
  object: ObjectModel,
  name: string,
  ids: readonly string[] | undefined,
): Promise<void> {
  const { text } = tableOf(place, object.name);
  const keys = `${quoted(place.workspace.schema)}.${keyTable}`;
  const [column, form] = [quoted(name), quoted(formColumn(name))];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await place.database.run(
      `select t.id, t.${column}, k.key from ${text} t left join ${keys} k on k.id::text = split_part(t.${column}, ':', 2)
       where t.${column} is not null and t.${form} is null and t.id > $1 and ($2::uuid[] is null or t.id = any($2))
       order by t.id limit ${batch}`,
      [after, ids ?? null],
    );
    for (const [id, value, key] of rows) {
      const whole = wholeOf(seal, value ?? '', key);
      if (whole === undefined) continue;
      await place.database
        .run(
          `with w as (update ${text} set ${column} = $3, ${form} = $4 where id = $1 and ${column} = $2 returning id)
           insert into ${keys} (id, object, record, key) select $5::uuid, $6, w.id, $7 from w where $7::text is not null`,
          [
            id,
            value,
            asKept(whole),
            readSealedValue(whole)?.form,
            readSealedValue(whole)?.keyId,
            object.name,
            readSealedValue(whole)?.key ?? null,
          ],
        )
        // Another record has the same where each must have its own; it stays readable, and is found no more.
        .catch((error: { code?: string }) => {
          if (error.code !== '23505') throw error;
        });
    }
    after = rows.at(-1)?.[0] ?? '';
    if (rows.length < batch) return;
  }
}

/** Undefined where the key was destroyed. */
function wholeOf(seal: WorkspaceSeal, value: string, key: string | null | undefined): string | undefined {
  const sealed = seal.genuine(value);
  if (sealed === undefined) return value.startsWith('sealed:') ? undefined : seal.seal(value);
  return key ? `${keptText(sealed)}:${seal.form(seal.open(sealed, key))}` : undefined;
}
