import type { Complaint } from '#kernel/problem.ts';
import type { RuleDefinition } from '#kernel/run-time/rule.ts';
import { ruleIndex, uniqueSets } from '../schema/unique-sets.ts';
import { type RuledPlace, repeatedRecords } from './rule-guard.ts';

/** Rules against repetition that cannot be kept, as records repeat all the same, with those records, by their ids. */
export async function rulesNotKept(
  place: RuledPlace,
  rules: readonly RuleDefinition[],
): Promise<ReadonlyMap<string, readonly Complaint[]>> {
  const rows = await place.database.run(
    'select indexname from pg_indexes where schemaname = $1 and indexname like $2',
    [place.schema, `%${ruleIndex.replaceAll('_', '\\_')}`],
  );
  const present = new Set(rows.map(([name]) => name));
  const lost = [...place.registry.objects.values()].flatMap((object) =>
    uniqueSets(object).flatMap(({ index, rule }) =>
      rule === undefined || present.has(index)
        ? []
        : rules.filter(({ name, object: of, active }) => active && of === object.name && name === rule.name),
    ),
  );
  const told = await Promise.all(
    lost.map(async (rule) => [rule.id, await repeatedRecords(place, rule)] as const),
  );
  return new Map(told.filter(([, complaints]) => complaints.length > 0));
}
