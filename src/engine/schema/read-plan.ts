import type { Registry } from '#kernel/registry.ts';
import type { Database } from '../database/database.ts';
import { searchedToo } from '../run-time/searched-too.ts';
import type { Change } from './change.ts';
import { engineStatements, tableMade } from './engine-statements.ts';
import { type LiveSchema, readLiveSchema } from './live-schema.ts';
import { namesSentence } from './names-inside.ts';
import { obstaclesTo } from './obstacles.ts';
import { type Plan, planMigration } from './plan.ts';
import { positionsSentence } from './positions-anew.ts';
import { type Counted, countRetired } from './retired.ts';
import { totalsSentence } from './totals-anew.ts';

/** What a migration would do, for people to read. */
export interface PlanToRead {
  /** In order. */
  readonly changes: readonly Change[];
  /** What stands in the way; then nothing is changed. */
  readonly obstacles: readonly string[];
  /** What nobody declares any more and is kept. */
  readonly retired: readonly Counted[];
}

/** Looks what a migration would do, and does and holds nothing. */
export async function readPlan(
  database: Database,
  registry: Registry,
  schema: string,
  now: Date,
): Promise<PlanToRead> {
  const live = await readLiveSchema(database, schema);
  const searched = await searchedToo(database, registry, schema, live);
  const plan = planMigration(registry, schema, live, searched);
  return {
    changes: [
      ...engineChanges(schema, live, now),
      ...plan.changes,
      ...(plan.renamed ? [{ sentence: namesSentence, statements: [] }] : []),
      ...plan.positionsAnew.map((each) => ({ sentence: positionsSentence(each), statements: [] })),
      ...plan.totalsAnew.map((each) => ({ sentence: totalsSentence(each), statements: [] })),
      ...plan.apart,
      ...searchChanges(plan),
    ],
    obstacles: await obstaclesTo(database, plan),
    retired: await countRetired(database, schema, plan.retired),
  };
}

function engineChanges(schema: string, live: LiveSchema, now: Date): readonly Change[] {
  return engineStatements(schema, now).flatMap((text) => {
    const table = tableMade(text);
    return table === undefined || live.tables.has(table)
      ? []
      : [{ sentence: `Make the product's own table ${table}.`, statements: [text] }];
  });
}

function searchChanges({ searchedAnew }: Plan): readonly Change[] {
  return searchedAnew.map(({ name }) => ({
    sentence: `Make the words under which records of ${name} are found anew.`,
    statements: [],
  }));
}
