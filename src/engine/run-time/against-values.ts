import type { Field } from '#kernel/field/field.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { DefinedChoice, FieldDefinition } from '#kernel/run-time/field-definition.ts';
import type { Database } from '../database/database.ts';
import { quoted } from '../sql/fragment.ts';

interface Place {
  readonly database: Database;
  readonly schema: string;
}

/** What a changed definition asks for that the values there are do not keep. */
export async function againstValues(
  place: Place,
  before: FieldDefinition,
  after: FieldDefinition,
  field: Field,
): Promise<readonly Complaint[]> {
  return [
    ...(after.unique === true && before.unique !== true ? await repeated(place, after) : []),
    ...(field.choices === undefined ? [] : await chosenStill(place, before, after, field.type)),
  ];
}

/** A field becomes unique only when no value stands in two records. */
async function repeated(
  { database, schema }: Place,
  { object, name }: FieldDefinition,
): Promise<readonly Complaint[]> {
  const column = quoted(name ?? '');
  const rows = await database.run(
    `select ${column}::text, count(*) over () from ${quoted(schema)}.${quoted(object ?? '')}
     where ${column} is not null and "deletedAt" is null group by ${column} having count(*) > 1 order by count(*) desc, 1 limit 3`,
  );
  if (rows.length === 0) return [];
  const examples = rows.map(([value]) => (value ?? '').slice(0, 60)).join(', ');
  return [{ field: 'unique', code: 'valuesRepeat', parameters: { count: Number(rows[0]?.[1]), examples } }];
}

/** A choice is taken away only when no record holds it. */
async function chosenStill(
  { database, schema }: Place,
  before: FieldDefinition,
  after: FieldDefinition,
  type: Field['type'],
): Promise<readonly Complaint[]> {
  const kept = new Set(valuesOf(after));
  const gone = valuesOf(before).filter((value) => !kept.has(value));
  if (gone.length === 0) return [];
  const table = `${quoted(schema)}.${quoted(after.object ?? '')} t`;
  const column = `t.${quoted(after.name ?? '')}`;
  const values = type === 'multiChoice' ? `${table}, unnest(${column}) v(value)` : table;
  const value = type === 'multiChoice' ? 'v.value' : column;
  const rows = await database.run(
    `select ${value}, count(*) from ${values} where ${value} = any($1::text[]) group by 1 order by 2 desc`,
    [gone],
  );
  if (rows.length === 0) return [];
  const count = rows.reduce((sum, row) => sum + Number(row[1]), 0);
  const examples = rows.map(([held]) => held).join(', ');
  return [{ field: 'choices', code: 'choiceInUse', parameters: { count, examples } }];
}

function valuesOf({ choices }: FieldDefinition): readonly string[] {
  return Array.isArray(choices) ? (choices as readonly DefinedChoice[]).map(({ value }) => value) : [];
}
