import { formerNames } from '#kernel/former-names.ts';
import { Refusal } from '#kernel/problem.ts';
import { asWhole, objectNamed } from '#kernel/registry.ts';
import type { Row } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { same } from '../records/decide.ts';
import { knownId, mustEver, readRecord } from '../records/read.ts';
import { readForUpdate } from '../records/read-for-update.ts';
import { restoreRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { settleSealed } from '../sealing/settle-sealed.ts';
import { quoted } from '../sql/fragment.ts';
import { logEntry } from './log-entry.ts';
import { merged } from './merge-records.ts';

const unmerged = 'unmerged';

type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

interface Entry {
  readonly object: string;
  readonly record: string;
  readonly kind: string;
  readonly changes: Changes;
}

/**
 * Takes the latest merge of a record back, as the log tells it: what was binned comes out, and every field that the
 * merge changed and nobody has changed since gets its old value.
 */
export async function undoMerge(context: Context, objectName: string, survivor: string): Promise<string> {
  mustEver(context, objectName, 'update');
  return context.database.transaction(async (database) => {
    const inside: Context = { ...context, database };
    const entries = await latestMerge(inside, knownId(survivor));
    const object = objectNamed(context.registry, objectName);
    const [held] = await readForUpdate(inside, object, [survivor], true);
    if (held === undefined || entries.length === 0) throw new Refusal('notFound');
    if (!held.writable) throw new Refusal('forbidden');
    const system: Context = {
      ...asWhole(inside),
      actor: { ...context.actor, unlimited: true, reason: 'What a merge moved goes back with it.' },
      verb: unmerged,
    };
    await restoreAll(system, entries);
    for (const entry of entries.toReversed()) await takeBack(system, entry);
    await logEntry(inside, objectName, survivor, unmerged, {});
    return readRecord(inside, objectName, survivor);
  });
}

/** What the latest merge made part of a record; nothing where it was taken back. */
export async function latestMerged(context: Context, survivor: string): Promise<readonly string[]> {
  const entries = await latestMerge(context, knownId(survivor));
  const own = entries.find(
    ({ record, kind, changes }) => record === survivor && kind === merged && 'merged' in changes,
  );
  return (own?.changes.merged?.[1] ?? []) as readonly string[];
}

/** Everything that was written in the transaction of the latest merge that has not been taken back yet. */
async function latestMerge(context: Context, survivor: string): Promise<readonly Entry[]> {
  const log = `${quoted(context.workspace.schema)}.event`;
  const rows = await context.database.run(
    `select e.object, e.record, e.kind, e.changes from ${log} e
     where e.transaction = (select m.transaction from ${log} m where m.record = $1 and m.kind in ('${merged}', '${unmerged}')
         and (m.kind = '${unmerged}' or m.changes ? 'merged') order by m.sequence desc limit 1)
       and not exists (select 1 from ${log} u where u.record = $1 and u.kind = '${unmerged}' and u.transaction = e.transaction)
     order by e.sequence`,
    [survivor],
  );
  return rows.map((row) => entryOf(context, row));
}

function entryOf({ registry }: Context, [object, record, kind, changes]: Row): Entry {
  const names = formerNames(registry);
  const now = names.object(object as string);
  const told = Object.entries(JSON.parse(changes as string) as Changes);
  return {
    object: now,
    record: record as string,
    kind: kind as string,
    changes: Object.fromEntries(told.map(([name, values]) => [names.field(now, name), values])),
  };
}

/** What went to the bin together comes out together, so some may be out already. */
async function restoreAll(context: Context, entries: readonly Entry[]): Promise<void> {
  for (const { object, record, kind } of entries.toReversed()) {
    if (kind !== 'deleted') continue;
    await restoreRecord(context, object, record).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.kind === 'notFound')) throw error;
    });
  }
}

async function takeBack(context: Context, { object, record, kind, changes }: Entry): Promise<void> {
  if (kind !== merged) return;
  const model = objectNamed(context.registry, object);
  const [held] = await readForUpdate(context, model, [record], true);
  if (held === undefined) return;
  const values = Object.entries(changes).filter(
    ([name, [, after]]) => model.fields.has(name) && same(held.record[name] ?? null, after),
  );
  if (values.length === 0) return;
  await updateRecord(
    context,
    object,
    record,
    Object.fromEntries(values.map(([name, [before]]) => [name, before])),
  );
  await settleSealed(context, model, [record]);
}
