import type { Registry } from '#kernel/registry.ts';
import type { FieldDefinition } from '#kernel/run-time/field-definition.ts';
import { withDefinitions } from '#kernel/run-time/with-definitions.ts';
import { columnsOf, linkTable } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { inForce, readDefinitions } from './read-definitions.ts';
import { type NamingRecords, recordsNamingField } from './records-naming.ts';
import { withOwnObjects } from './with-own-objects.ts';

/** What hangs on an added field: told before it is put away, deleted for good, or made required. */
export interface Consequences {
  /** Records that hold a value, those in the bin too: what deleting for good would lose. */
  readonly filled: number;
  /** Live records that hold none: what a required field would find lacking. */
  readonly lacking: number;
  readonly dependents: readonly Dependent[];
}

export interface Dependent {
  /** Another added field, a remembered way of reading a file, or records of an object that speak of it. */
  readonly kind: 'field' | 'mapping' | 'records';
  readonly name: string;
  readonly label: string;
  /** How many records, and what the first of them are called. */
  readonly count?: number;
  readonly examples?: readonly string[];
}

export async function consequencesOf(
  context: Context,
  base: Registry,
  definition: FieldDefinition,
): Promise<Consequences> {
  const { database, workspace } = context;
  const all = await readDefinitions(database, base, workspace.schema);
  const live = inForce(all);
  const declared = await withOwnObjects(database, base, workspace.schema);
  const [filled, lacking] = await counted(context, declared, definition);
  return {
    filled,
    lacking,
    dependents: [
      ...fieldsOn(declared, live, definition),
      ...(await mappingsOn(context, definition)),
      ...asDependents(await recordsNamingField(context, definition.object ?? '', definition.name ?? '')),
    ],
  };
}

/** Each object once, with the number of its records. */
export function asDependents(records: readonly NamingRecords[]): readonly Dependent[] {
  return records.map(({ object, ...rest }) => ({ kind: 'records', name: object, label: '', ...rest }));
}

/** Added fields that would be left out without this one. */
function fieldsOn(
  base: Registry,
  live: readonly FieldDefinition[],
  { id }: FieldDefinition,
): readonly Dependent[] {
  const before = withDefinitions(base, live).faults;
  const without = live.filter((other) => other.id !== id);
  const { faults } = withDefinitions(base, without);
  return without
    .filter((other) => faults.has(other.id) && !before.has(other.id))
    .map(({ name, label }) => ({ kind: 'field', name: name ?? '', label: label ?? '' }));
}

async function mappingsOn(
  { database, workspace }: Context,
  { object, name }: FieldDefinition,
): Promise<readonly Dependent[]> {
  const rows = await database.run(
    `select fingerprint from ${quoted(workspace.schema)}.import_mapping where object = $1 and mapping::text like '%"' || $2 || '"%'`,
    [object, (name ?? '').replaceAll('_', '\\_')],
  );
  return rows.map(([fingerprint]) => ({ kind: 'mapping', name: fingerprint ?? '', label: '' }));
}

async function counted(
  { database, workspace }: Context,
  base: Registry,
  definition: FieldDefinition,
): Promise<readonly [number, number]> {
  const object = definition.object ?? '';
  const name = definition.name ?? '';
  const field = withDefinitions(base, [definition]).registry.objects.get(object)?.fields.get(name);
  const table = `${quoted(workspace.schema)}.${quoted(object)}`;
  const links = `${quoted(workspace.schema)}.${quoted(linkTable(object, name))}`;
  const [column] = field === undefined ? [] : columnsOf(name, field);
  const holds =
    field?.type === 'manyToMany'
      ? `exists (select 1 from ${links} l where l.source = t.id)`
      : column && `t.${quoted(column.name)} is not null`;
  if (holds === undefined) return [0, 0];
  const [row] = await database.run(
    `select count(*) filter (where ${holds}), count(*) filter (where not (${holds}) and "deletedAt" is null) from ${table} t`,
  );
  return [Number(row?.[0]), Number(row?.[1])];
}
