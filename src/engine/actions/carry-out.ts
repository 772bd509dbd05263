import type { Change } from '#kernel/change.ts';
import { shortName } from '#kernel/object-name.ts';
import type { Context } from '../records/context.ts';
import { createLimit, createRecords } from '../records/create.ts';
import { idsWhere } from '../records/ids-where.ts';
import { removeRecord } from '../records/remove.ts';
import { updateRecord } from '../records/update.ts';
import { updateAll } from '../records/update-all.ts';

/** Writes what a verb decided, in its order, inside the caller's transaction and through the same rules as every door. */
export async function carryOut(context: Context, changes: readonly Change[]): Promise<void> {
  for (let at = 0; at < changes.length; ) {
    const change = changes[at] as Change;
    const creations = change.kind === 'create' ? alike(changes, at) : [];
    if (creations.length > 0)
      await createRecords(actingFor(context, change), shortName(change.object), creations);
    else await carryOutOne(actingFor(context, change), change);
    at += Math.max(creations.length, 1);
  }
}

/** New records of one object that follow each other are written together. */
function alike(changes: readonly Change[], from: number): readonly Extract<Change, { kind: 'create' }>[] {
  const first = changes[from];
  const found: Extract<Change, { kind: 'create' }>[] = [];
  for (const change of changes.slice(from, from + createLimit)) {
    if (change.kind !== 'create' || change.object !== first?.object || change.asSystem !== first.asSystem)
      break;
    found.push(change);
  }
  return found;
}

async function carryOutOne(context: Context, change: Change): Promise<void> {
  const object = shortName(change.object);
  switch (change.kind) {
    case 'update':
      await updateRecord(context, object, change.id, change.values, change.version);
      return;
    case 'delete':
      return removeRecord(context, object, change.id);
    case 'updateWhere': {
      const ids = await idsWhere(context, object, 'update', change.where);
      for (let at = 0; at < ids.length; at += createLimit)
        await updateAll(context, object, ids.slice(at, at + createLimit), change.values);
    }
  }
}

/** The person himself; where the verb says why, with the rights of the system. */
function actingFor(context: Context, { asSystem }: Change): Context {
  return asSystem === undefined
    ? context
    : { ...context, actor: { ...context.actor, unlimited: true, reason: asSystem } };
}
