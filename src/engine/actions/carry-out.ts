import type { Change } from '#kernel/change.ts';
import { shortName } from '#kernel/object-name.ts';
import { takePlace } from '../duplicates/move-children.ts';
import type { Context } from '../records/context.ts';
import { createLimit, createRecords } from '../records/create.ts';
import { idsWhere } from '../records/ids-where.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { updateAll } from '../records/update-all.ts';
import { actingFor, type Reach, reachOf } from './reach.ts';

/** Writes what a verb decided, in its order, inside the caller's transaction and through the same rules as every door. */
export async function carryOut(context: Context, changes: readonly Change[]): Promise<void> {
  for (let at = 0; at < changes.length; ) {
    const change = changes[at] as Change;
    const acting = actingFor(context, change);
    if (change.kind === 'create') {
      const creations = alike(changes, at, change);
      await createRecords(acting, shortName(change.object), creations);
      at += creations.length;
    } else {
      await carryOutOne(acting, change);
      at++;
    }
  }
}

type Creation = Extract<Change, { kind: 'create' }>;

/** New records of one object that follow each other are written together. */
function alike(changes: readonly Change[], from: number, first: Creation): readonly Creation[] {
  const found: Creation[] = [];
  for (const change of changes.slice(from, from + createLimit)) {
    if (change.kind !== 'create' || change.object !== first.object || change.asSystem !== first.asSystem)
      break;
    found.push(change);
  }
  return found;
}

async function carryOutOne(context: Context, change: Exclude<Change, Creation>): Promise<void> {
  switch (change.kind) {
    case 'update':
      await updateRecord(context, shortName(change.object), change.id, change.values, change.version);
      return;
    case 'delete':
      return removeRecord(context, shortName(change.object), change.id);
    case 'become':
      return takePlace(context, change, change.becomes);
    case 'updateWhere':
    case 'updateEverywhere':
      for (const reach of reachOf(context, change)) await updateFound(reach, change.values);
  }
}

async function updateFound({ context, object, where }: Reach, values: unknown): Promise<void> {
  const ids = await idsWhere(context, object, 'update', where);
  for (let at = 0; at < ids.length; at += createLimit)
    await updateAll(context, object, ids.slice(at, at + createLimit), values);
}
