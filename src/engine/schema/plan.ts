import { isDeepStrictEqual } from 'node:util';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { quoted } from '../sql/fragment.ts';
import type { Change, Condition } from './change.ts';
import { desiredTablesOf } from './desired-tables.ts';
import { type HeldObject, notedField } from './held-object.ts';
import type { LiveSchema } from './live-schema.ts';
import { isRenamed } from './names-inside.ts';
import { renameObjectStatements } from './names-kept.ts';
import { planCarried } from './plan-carried.ts';
import { type ObjectPlan, planObject } from './plan-object.ts';
import { type PositionsAnew, positionsAnew } from './positions-anew.ts';
import { type Retired, retiredOf } from './retired.ts';
import { searchDefinition } from './search-words.ts';
import { type TotalsAnew, totalsAnew } from './totals-anew.ts';
import { planViews } from './union-views.ts';

/** What brings one workspace's schema to what the declarations ask for. */
export interface Plan {
  /** In order, all in one transaction. */
  readonly changes: readonly Change[];
  /** After it and outside of any: what may take long and disturbs nobody. */
  readonly apart: readonly Change[];
  /** What the next migration has to know. */
  readonly notes: readonly string[];
  /** Objects whose search words have to be made anew, last of all. */
  readonly searchedAnew: readonly ObjectModel[];
  /** Whether something is called otherwise, which may be named inside of values. */
  readonly renamed: boolean;
  /** Kept totals that are of something else now. */
  readonly totalsAnew: readonly TotalsAnew[];
  /** Positions that are found otherwise now. */
  readonly positionsAnew: readonly PositionsAnew[];
  readonly conditions: readonly Condition[];
  readonly obstacles: readonly string[];
  readonly retired: readonly Retired[];
}

/**
 * Compares what is there with what the declarations ask for. What a company has added is its own affair, but its
 * records are found by words of declared and added fields together: `searched` knows both.
 */
export function planMigration(
  registry: Registry,
  schema: string,
  live: LiveSchema,
  searched: Registry,
): Plan {
  const objects = [...registry.objects.values()].filter(
    ({ declaration }) => declaration.unites === undefined,
  );
  const asSearched = (object: ObjectModel) => searched.objects.get(object.name) ?? object;
  const plans = objects.map((object) => planObject(registry, schema, live, object, asSearched(object)));
  const middle = plans.flatMap(({ draft }) => draft.changes);
  const reshaping = middle.some(({ statements }) =>
    statements.some((text) => /^alter table .* (alter|drop) column/.test(text)),
  );
  const carried = planCarried(
    registry,
    schema,
    live,
    plans.map(({ held }) => held),
  );
  const views = planViews(registry, schema, live.views, reshaping);
  return {
    changes: [
      ...views.before,
      ...carried.before,
      ...plans.flatMap(({ indexes }) => indexes.before),
      ...middle,
      ...plans.flatMap(({ held }) => namesChanged(registry, schema, held)),
      ...carried.after,
      ...plans.flatMap(({ indexes }) => indexes.after),
      ...views.after,
    ],
    apart: plans.flatMap(({ indexes }) => indexes.apart),
    notes: plans.flatMap((plan) => notesOf(schema, plan)),
    searchedAnew: plans
      .filter(
        ({ held }) => held.table && (held.noted?.search ?? '') !== searchDefinition(asSearched(held.object)),
      )
      .map(({ held }) => asSearched(held.object)),
    renamed: plans.some(({ held }) => isRenamed(held)),
    totalsAnew: totalsAnew(plans.map(({ held }) => held)),
    positionsAnew: positionsAnew(plans.map(({ held }) => held)),
    conditions: plans.flatMap(({ draft }) => draft.conditions),
    obstacles: plans.flatMap(({ draft }) => draft.obstacles),
    retired: retiredOf(
      schema,
      registry,
      live,
      plans.map(({ held }) => held),
    ),
  };
}

/** An object of another name is called so wherever its name is kept, once every table has its columns. */
function namesChanged(registry: Registry, schema: string, { object, table }: HeldObject): readonly Change[] {
  if (table === undefined || table.name === object.name) return [];
  return [
    {
      sentence: `Call ${table.name} ${object.name} wherever its name is kept.`,
      statements: renameObjectStatements(registry, schema, table.name, object.name),
    },
  ];
}

/** A row for the object when there is something new to remember. */
function notesOf(schema: string, { held }: ObjectPlan): readonly string[] {
  const { object, noted, table } = held;
  const fields = Object.fromEntries([...object.fields].map(([name, field]) => [name, notedField(field)]));
  const indexes = Object.fromEntries(
    desiredTablesOf(object).flatMap((each) => each.indexes.map(({ name, definition }) => [name, definition])),
  );
  const search = table === undefined ? searchDefinition(object) : (noted?.search ?? '');
  const renamed = table !== undefined && table.name !== object.name;
  if (!renamed && isDeepStrictEqual(noted?.fields, fields) && isDeepStrictEqual(noted?.indexes, indexes))
    return [];
  const values = [object.name, JSON.stringify(fields), JSON.stringify(indexes), search];
  const texts = values.map((value) => `'${value.replaceAll("'", "''")}'`);
  return [
    ...(renamed ? [`delete from ${quoted(schema)}.declared where object = '${table.name}'`] : []),
    `insert into ${quoted(schema)}.declared (object, fields, indexes, search) values (${texts.join(', ')})
      on conflict (object) do update set fields = excluded.fields, indexes = excluded.indexes, search = excluded.search`,
  ];
}
