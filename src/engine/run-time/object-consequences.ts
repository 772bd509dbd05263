import type { ObjectDefinition } from '#kernel/run-time/object-definition.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { asDependents, type Dependent } from './consequences.ts';
import { pointsTo } from './erase-object.ts';
import type { Stored, StoredDefinition } from './read-definitions.ts';
import { recordsNamingObject } from './records-naming.ts';

/** What hangs on an added object: told before it is put away or deleted for good. */
export interface ObjectConsequences {
  /** Its records, those in the bin too. */
  readonly records: number;
  /** Its own fields, those put away too. */
  readonly fields: number;
  /** Fields of others that lead to it or count its records, ways of reading files, and records that speak of it. */
  readonly dependents: readonly Dependent[];
}

export async function objectConsequencesOf(
  context: Context,
  fields: readonly StoredDefinition[],
  { name }: Stored<ObjectDefinition>,
): Promise<ObjectConsequences> {
  const { database, workspace } = context;
  const own = name ?? '';
  const schema = quoted(workspace.schema);
  const [row] = await database.run(
    `select (select count(*) from ${schema}.${quoted(own)}), (select count(*) from ${schema}.import_mapping where object = $1)`,
    [own],
  );
  const leading = fields.filter(
    (field) =>
      field.object !== own &&
      field.deletedAt === null &&
      (pointsTo(field, own) || (field.rollup as { object?: unknown } | null)?.object === own),
  );
  const mappings = Array.from({ length: Number(row?.[1]) }, () => ({
    ...{ kind: 'mapping' as const, name: own, label: '' },
  }));
  return {
    records: Number(row?.[0]),
    fields: fields.filter(({ object }) => object === own).length,
    dependents: [
      ...leading.map((field) => ({
        kind: 'field' as const,
        name: `${field.object}.${field.name}`,
        label: field.label ?? '',
      })),
      ...mappings,
      ...asDependents(await recordsNamingObject(context, own)),
    ],
  };
}
