import type { Actor } from '#engine/access/actor.ts';
import type { Context } from '#engine/records/context.ts';
import { createRecords } from '#engine/records/create.ts';
import { updateRecord } from '#engine/records/update.ts';
import type { Creation, Happening } from './happening.ts';

/** Writes what happened through the same rules as every door, each thing at its own time and by its own person. */
export async function writeStory(context: Context, story: readonly Happening[]): Promise<void> {
  for (let next = 0; next < story.length; ) {
    const happening = story[next] as Happening;
    if (happening.kind === 'change') {
      const { object, id, at, by, verb, values } = happening;
      await updateRecord(
        { ...context, now: at, actor: actorOf(context.actor, by), ...(verb && { verb }) },
        object,
        id,
        values,
      );
      next++;
      continue;
    }
    const batch = following(story, next, happening);
    await createRecords({ ...context, now: happening.at }, happening.object, batch.map(asNew));
    next += batch.length;
  }
}

/** New records of one object that follow each other within a day. */
function following(story: readonly Happening[], from: number, first: Creation): readonly Creation[] {
  const found: Creation[] = [];
  for (const one of story.slice(from, from + 500)) {
    if (one.kind !== 'create' || one.object !== first.object || one.at - first.at > 12 * 3_600_000) break;
    found.push(one);
  }
  return found;
}

function asNew({ id, at, by, values }: Creation) {
  return { id, values, written: { at: new Date(at).toISOString(), by } };
}

function actorOf(actor: Actor, by: string): Actor {
  return { ...actor, id: by };
}
