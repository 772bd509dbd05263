import { setTimeout as pause } from 'node:timers/promises';
import type { Registry } from '#kernel/registry.ts';
import { auditTrigger } from '../audit/audit-trigger.ts';
import type { Database } from '../database/database.ts';
import { inactiveTrigger } from '../identity/sessions/inactive-trigger.ts';
import type { Workspace } from '../records/context.ts';
import { searchedToo } from '../run-time/searched-too.ts';
import { quoted } from '../sql/fragment.ts';
import type { Change } from './change.ts';
import { definitionTrigger } from './definition-trigger.ts';
import { engineStatements } from './engine-statements.ts';
import { readLiveSchema } from './live-schema.ts';
import { writeNamesNow } from './names-inside.ts';
import { MigrationRefused, obstaclesTo } from './obstacles.ts';
import { type Plan, planMigration } from './plan.ts';
import { placeAnew } from './positions-anew.ts';
import { refreshSearchWords } from './search-words.ts';
import { writeTotalsAnew } from './write-totals-anew.ts';

/**
 * Brings a workspace's schema to what the declarations ask for. Everything is done or nothing: what stands in the way
 * is told as `MigrationRefused`, and the schema stays as it was. What nobody declares any more keeps its values. A
 * migration that another server has begun is waited for.
 */
export async function migrateWorkspace(
  database: Database,
  registry: Registry,
  workspace: Workspace,
  now: Date,
): Promise<void> {
  const { schema } = workspace;
  await database.session((session) =>
    locked(session, schema, async () => {
      const plan = await session.transaction((inside) => change(inside, registry, workspace, now));
      for (const each of plan.apart) await make(session, each);
      for (const object of plan.searchedAnew) await refreshSearchWords(session, schema, object);
    }),
  );
}

/**
 * Holds the workspace's lock meanwhile. It is asked for again and again instead of waited for: an index that is made
 * without keeping others from writing would wait for whoever waits in a statement.
 */
export async function locked<Result>(
  session: Database,
  schema: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const key = ['hashtextextended($1, 0)', [`migrate ${schema}`]] as const;
  for (;;) {
    const [row] = await session.run(`select pg_try_advisory_lock(${key[0]})`, key[1]);
    if (row?.[0] === 't') break;
    await pause(100);
  }
  try {
    return await work();
  } finally {
    // Where this fails the connection is lost, and the lock with it.
    await session.run(`select pg_advisory_unlock(${key[0]})`, key[1]).catch(() => undefined);
  }
}

async function change(inside: Database, registry: Registry, workspace: Workspace, now: Date): Promise<Plan> {
  const { schema } = workspace;
  await inside.script(
    `set local client_min_messages = warning; ${engineStatements(schema, now).join(';\n')}`,
  );
  const live = await readLiveSchema(inside, schema);
  const searched = await searchedToo(inside, registry, schema, live);
  const plan = planMigration(registry, schema, live, searched);
  const judged = new Set(plan.conditions.map(({ table }) => `${quoted(schema)}.${quoted(table)}`));
  // What has been looked at must not change before it is acted on.
  if (judged.size > 0)
    await inside.script(`lock table ${[...judged].join(', ')} in share row exclusive mode`);
  const obstacles = await obstaclesTo(inside, plan);
  if (obstacles.length > 0) throw new MigrationRefused(obstacles);
  for (const each of plan.changes) await make(inside, each);
  if (plan.renamed)
    await writeNamesNow(
      inside,
      await searchedToo(inside, registry, schema, await readLiveSchema(inside, schema)),
      workspace,
    );
  await inside.script(
    [
      ...definitionTrigger(registry, schema),
      ...auditTrigger(registry, schema),
      ...inactiveTrigger(registry, schema),
    ].join(';\n'),
  );
  if (plan.notes.length > 0) await inside.script(plan.notes.join(';\n'));
  const place = { registry, workspace, database: inside, now: now.getTime() };
  for (const each of plan.positionsAnew) await placeAnew(inside, schema, each);
  for (const each of plan.totalsAnew) await writeTotalsAnew(place, each);
  return plan;
}

/** A failure says which change it was. */
async function make(database: Database, { sentence, statements }: Change): Promise<void> {
  await database.script(statements.join(';\n')).catch((error: Error) => {
    throw new Error(`${sentence} ${error.message}`, { cause: error });
  });
}
