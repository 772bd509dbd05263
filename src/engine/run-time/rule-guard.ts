import type { Guard } from '#kernel/guard.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { companyTogether } from '#kernel/run-time/company-together.ts';
import type { RuleDefinition } from '#kernel/run-time/rule.ts';
import type { Database } from '../database/database.ts';
import { columnsOf } from '../fields/columns.ts';
import { indexCondition } from '../schema/index-condition.ts';
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
    fields: ['together', 'among', 'object', 'active'],
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
  definition: RuleDefinition,
): Promise<readonly Complaint[]> {
  const model = registry.objects.get(definition.object ?? '');
  const rule = model && companyTogether(registry, model, definition, []);
  if (model === undefined || rule === undefined) return [];
  const columns = rule.fields.map((name) => quoted(name));
  const compared = rule.among === undefined ? '' : ` and ${indexCondition(model, rule.among)}`;
  const { nameField } = model.declaration;
  const nameColumn = model.fields.get(nameField);
  const stored = nameColumn !== undefined && columnsOf(nameField, nameColumn).length > 0;
  const called = stored ? quoted(nameField) : 'id';
  const rows = await database.run(
    `select count(*), sum(count(*)) over (), array_to_string((array_agg(${called}::text order by "createdAt", id))[1:5], '、')
     from ${quoted(schema)}.${quoted(model.name)}
     where "deletedAt" is null and ${columns.map((column) => `${column} is not null`).join(' and ')}${compared}
     group by ${columns.join(', ')} having count(*) > 1 order by 1 desc, 3 limit 3`,
  );
  if (rows.length === 0) return [];
  const examples = rows.map(([, , names]) => (names ?? '').slice(0, 200)).join('；');
  return [
    { field: 'together', code: 'recordsRepeat', parameters: { count: Number(rows[0]?.[1]), examples } },
  ];
}
