import type { Guard } from '#kernel/guard.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import type { RuleDefinition } from '#kernel/run-time/rule.ts';
import type { Database } from '../database/database.ts';
import { columnsOf } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';

export interface RuledPlace {
  readonly database: Database;
  readonly registry: Registry;
  readonly schema: string;
}

/** Holds who demands that values do not repeat to the records that there are. */
export function ruleGuard(place: RuledPlace, { qualified }: ObjectModel): Guard {
  return {
    object: qualified as ObjectName,
    fields: ['together', 'object', 'active'],
    async check({ after }) {
      const { active, together } = after as unknown as RuleDefinition;
      return active === true && Array.isArray(together)
        ? repeatedRecords(place, after as unknown as RuleDefinition)
        : [];
    },
  };
}

/** The records that repeat what should be in one of them alone: how many, and the first by name. */
export async function repeatedRecords(
  { database, registry, schema }: RuledPlace,
  { object, together }: RuleDefinition,
): Promise<readonly Complaint[]> {
  const model = registry.objects.get(object ?? '');
  if (model === undefined) return [];
  const columns = (together as readonly string[]).map((name) => quoted(name));
  const { nameField } = model.declaration;
  const nameColumn = model.fields.get(nameField);
  const stored = nameColumn !== undefined && columnsOf(nameField, nameColumn).length > 0;
  const called = stored ? quoted(nameField) : 'id';
  const rows = await database.run(
    `select count(*), sum(count(*)) over (), array_to_string((array_agg(${called}::text order by "createdAt", id))[1:5], '、')
     from ${quoted(schema)}.${quoted(model.name)}
     where "deletedAt" is null and ${columns.map((column) => `${column} is not null`).join(' and ')}
     group by ${columns.join(', ')} having count(*) > 1 order by 1 desc, 3 limit 3`,
  );
  if (rows.length === 0) return [];
  const examples = rows.map(([, , names]) => (names ?? '').slice(0, 200)).join('；');
  return [
    { field: 'together', code: 'recordsRepeat', parameters: { count: Number(rows[0]?.[1]), examples } },
  ];
}
