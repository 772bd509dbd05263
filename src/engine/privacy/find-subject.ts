import { Refusal } from '#kernel/problem.ts';
import { type Inverse, type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { merged } from '../duplicates/merge-records.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { tableOf } from '../records/table.ts';
import { quoted } from '../sql/fragment.ts';

/** Records by the short names of their objects. */
export type Records = ReadonlyMap<string, readonly string[]>;

export interface Subject {
  /** The records that are the person: the one asked about, those merged into it, and those under which he is known too. */
  readonly person: Records;
  /** All others that refer to him, also those in the bin. */
  readonly related: Records;
}

/** Every record that is a person or is about him, whoever may see it. */
export async function findSubject(context: Context, objectName: string, id: string): Promise<Subject> {
  const object = context.registry.objects.get(objectName);
  if (object?.declaration.personal?.same === undefined) throw new Refusal('notFound');
  const { text } = tableOf(context, objectName);
  const [row] = await context.database.run(`select 1 from ${text} where id = $1`, [knownId(id)]);
  if (row === undefined) throw new Refusal('notFound');
  const person = await everyOneOf(context, objectName, id);
  return { person, related: await referring(context, person) };
}

async function everyOneOf(context: Context, objectName: string, id: string): Promise<Records> {
  const known = new Map<string, Set<string>>();
  let fresh: readonly (readonly [string, string])[] = [[objectName, id]];
  while (fresh.length > 0) {
    for (const [object, each] of fresh) known.set(object, (known.get(object) ?? new Set()).add(each));
    const found: (readonly [string, string])[] = [];
    for (const [name, ids] of byObject(fresh)) found.push(...(await nextTo(context, name, ids)));
    fresh = found.filter(([object, each]) => !known.get(object)?.has(each));
  }
  return new Map([...known].map(([object, ids]) => [object, [...ids]]));
}

/** The records that are the same people as these, one step away: merged into them, and referred to either way. */
async function nextTo(
  context: Context,
  name: string,
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const { table, values } = stepsFrom(context, objectNamed(context.registry, name));
  const rows = await context.database.run(table, [ids, ...values]);
  return rows.map(([object, id]) => [object ?? '', id ?? '']);
}

function stepsFrom(context: Context, object: ObjectModel): { table: string; values: readonly unknown[] } {
  const { text } = tableOf(context, object.name);
  const log = `${quoted(context.workspace.schema)}.event`;
  const forth = (object.declaration.personal?.same ?? []).map(
    (name) =>
      `select '${object.fields.get(name)?.target}', ${quoted(name)} from ${text} where id = any($1::uuid[]) and ${quoted(name)} is not null`,
  );
  const back = object.inverses
    .filter((inverse) => isSame(context, inverse))
    .map(
      ({ object: other, name }) =>
        `select '${other}', id from ${tableOf(context, other).text} where ${quoted(name)} = any($1::uuid[])`,
    );
  const mergedIn = `select '${object.name}', each::uuid from ${log}, jsonb_array_elements_text(changes #> '{merged,1}') each
    where record = any($1::uuid[]) and kind = $2 and jsonb_typeof(changes #> '{merged,1}') = 'array'`;
  return { table: [mergedIn, ...forth, ...back].join(' union all '), values: [merged] };
}

function isSame(context: Context, { object, name }: Inverse): boolean {
  return context.registry.objects.get(object)?.declaration.personal?.same?.includes(name) ?? false;
}

/** Other people who refer to him are not about him. */
async function referring(context: Context, person: Records): Promise<Records> {
  const statements: string[] = [];
  const values: unknown[] = [];
  for (const [name, ids] of person) {
    values.push(ids);
    const given = `any($${values.length}::uuid[])`;
    for (const { object, name: field, field: declared } of objectNamed(context.registry, name).inverses) {
      const { declaration } = objectNamed(context.registry, object);
      if (declaration.unites !== undefined || declaration.personal?.same !== undefined) continue;
      if (declared.type === 'manyToMany') continue;
      const kind = declared.type === 'regarding' ? ` and ${quoted(`${field}Object`)} = '${name}'` : '';
      statements.push(
        `select '${object}', id from ${tableOf(context, object).text} where ${quoted(field)} = ${given}${kind}`,
      );
    }
  }
  const rows = statements.length === 0 ? [] : await context.database.run(statements.join(' union '), values);
  return byObject(rows.map(([object, id]) => [object ?? '', id ?? ''] as const));
}

function byObject(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [object, id] of pairs) found.set(object, [...(found.get(object) ?? []), id]);
  return found;
}
