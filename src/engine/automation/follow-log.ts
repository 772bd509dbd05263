import type { Automation } from '#kernel/automation.ts';
import { formerNames } from '#kernel/former-names.ts';
import { shortName } from '#kernel/object-name.ts';
import type { Row } from '../database/database.ts';
import { entriesAfter, holdPlace, movePlace } from '../log/read-on.ts';
import { type FieldsChanged, tellOfChanges } from '../notifications/changes/tell-of-changes.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { meeting } from './meeting.ts';
import type { NewRun } from './run.ts';
import { startRuns } from './start-runs.ts';
import { type Wrote, writtenUntil } from './written-by-steps.ts';

/** Entries of the log looked at together. */
const batch = 500;
const reader = 'automation';
const columns =
  'sequence, object, record, kind, actor, (select json_agg(name) from jsonb_object_keys(changes) name), transaction';

/** An entry, and what automation wrote it, if one did. */
interface Entry extends FieldsChanged {
  readonly wrote: Wrote | undefined;
}

/** Whether there may be more to read, or it is to be read with what the company has drawn meanwhile. */
export type Unread = 'none' | 'more' | 'drawnAnew';

/**
 * Reads on in the log, starts what follows from its entries and tells those who follow their records; the place reached and what follows are written together,
 * so nothing is missed or started twice.
 */
export async function followLog(context: Context): Promise<Unread> {
  const automations = context.registry.automations.filter(({ when }) => when.on !== 'time');
  if (automations.length === 0) return 'none';
  return context.database.transaction(async (database) => {
    const inside = { ...context, database };
    const s = quoted(context.workspace.schema);
    const place = await holdPlace(database, s, reader);
    // Another server reads on at this moment.
    if (place === undefined) return 'none';
    const read = await entriesAfter(database, s, place, columns, batch);
    // What comes after a drawing is for those who know it.
    const drawing = context.registry.purposes.get('automation')?.name;
    const drawn = drawing === undefined ? -1 : read.findIndex(([, object]) => object === drawing);
    const rows = drawn < 0 ? read : read.slice(0, drawn + 1);
    const last = rows.at(-1);
    if (last === undefined) return 'none';
    const transaction = last[6] ?? '';
    await movePlace(database, s, reader, { transaction, sequence: last[0] ?? '' });
    const wrote = await writtenUntil(database, s, transaction);
    const entries = rows.map((row) => ({ ...entryOf(context, row), wrote: wrote.get(row[6] ?? '') }));
    for (const automation of automations) await startRuns(inside, await runsOf(inside, automation, entries));
    await tellOfChanges(inside, entries);
    if (drawn >= 0) return 'drawnAnew';
    return rows.length === batch ? 'more' : 'none';
  });
}

function entryOf({ registry }: Context, [sequence, object, record, kind, actor, fields]: Row): FieldsChanged {
  const names = formerNames(registry);
  const now = names.object(object as string);
  return {
    sequence: sequence as string,
    object: now,
    record: record as string,
    kind: kind as string,
    actor: actor as string | null,
    fields: (JSON.parse(fields ?? '[]') as string[]).map((name) => names.field(now, name)),
  };
}

async function runsOf(
  context: Context,
  automation: Automation,
  entries: readonly Entry[],
): Promise<readonly NewRun[]> {
  const started = entries.filter((entry) => startsWith(automation, entry));
  const met = await meeting(
    context,
    automation,
    started.map(({ record }) => record),
  );
  return started
    .filter(({ record }) => met.has(record))
    .map(({ sequence, object, record, actor, wrote }) => ({
      automation: automation.name,
      object,
      record,
      actor,
      cause: sequence,
      depth: wrote === undefined ? 0 : wrote.depth + 1,
    }));
}

/** An automation never starts because of what it did itself, be it through a verb. */
function startsWith({ name, object, when }: Automation, entry: Entry): boolean {
  if (entry.wrote?.automation === name) return false;
  if (entry.object !== shortName(object) || entry.kind === name || when.on === 'time') return false;
  // That somebody looked changes nothing.
  if (entry.kind === 'revealed') return false;
  const happened = ['created', 'deleted', 'restored'].includes(entry.kind) ? entry.kind : 'updated';
  if (happened !== when.on) return false;
  return when.fields === undefined || when.fields.some((field) => entry.fields.includes(field));
}
